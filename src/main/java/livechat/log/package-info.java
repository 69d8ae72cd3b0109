@org.jspecify.annotations.NullMarked
package livechat.log;
