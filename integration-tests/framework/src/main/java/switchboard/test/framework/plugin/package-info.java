/** What the plugins are made of that the tests drop in. */
package switchboard.test.framework.plugin;
