/** Calls that go on while models are exchanged under them. */
package switchboard.test.framework.exchange;
