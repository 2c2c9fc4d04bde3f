package org.gatehouse.web.proxy;

/** The live numbers of the reverse proxy, as JMX shows them. */
public interface ProxyCountersMXBean {
  /** Requests that arrived. */
  long getRequests();

  /** Requests in progress. */
  long getActive();

  /** Requests that the authority admitted. */
  long getAdmitted();

  /** Requests that broke a rule of HTTP, or whose path was ambiguous. */
  long getMalformed();

  /** Requests for what is not published. */
  long getNotPublished();

  /** Requests with a method that is not published. */
  long getMethodNotAllowed();

  /** Requests of banned sources. */
  long getBanned();

  /** Requests whose content was over the limit. */
  long getTooLarge();

  /** Requests refused because too many were in progress. */
  long getTooMany();

  /** Questions that the authority could not answer. */
  long getUnanswered();

  /** Requests that found no connection to the inside. */
  long getInsideUnreachable();

  /** Requests that the inside did not answer in time. */
  long getInsideTimedOut();

  /** Octets of response content sent. */
  long getResponseBytes();
}
