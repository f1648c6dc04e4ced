/** What a mail says, and how it leaves. */
@NullMarked
package io.tablecall.notification.mail;

import org.jspecify.annotations.NullMarked;
