/** In and out: the only package that knows status codes. */
@NullMarked
package livechat.http;

import org.jspecify.annotations.NullMarked;
