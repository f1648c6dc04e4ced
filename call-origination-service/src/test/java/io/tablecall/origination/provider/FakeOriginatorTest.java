package io.tablecall.origination.provider;

class FakeOriginatorTest implements OriginatorContract {

    private FakeOriginator fake = FakeOriginator.away();

    @Override
    public Originator originatorFacing(Mood mood) {
        fake = FakeOriginator.in(mood);
        return fake;
    }

    @Override
    public Originator originatorFacingNobody() {
        return FakeOriginator.away();
    }

    @Override
    public int requestsSeen() {
        return fake.asked();
    }
}
