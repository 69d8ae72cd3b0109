/** Agents and departments as the edge knows them: a copy, looked up before anything is decided. */
@NullMarked
package livechat.directory;

import org.jspecify.annotations.NullMarked;
