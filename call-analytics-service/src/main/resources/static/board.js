// The board fetches itself anew whenever the stream says that a call changed.
document.querySelectorAll('[data-stream]').forEach(board => {
  const stream = new EventSource(board.dataset.stream);
  stream.addEventListener('call', () => htmx.trigger('#live', 'changed'));
});
