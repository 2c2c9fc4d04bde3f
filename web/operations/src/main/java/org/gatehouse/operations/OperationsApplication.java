package org.gatehouse.operations;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface; its classes are found by their annotations. */
@ApplicationPath("/api")
public class OperationsApplication extends Application {}
