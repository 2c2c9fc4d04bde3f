package org.gatehouse.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import org.gatehouse.conformance.Spec;
import org.gatehouse.directory.administration.Problem;
import org.gatehouse.directory.administration.Problem.Kind;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST interface by requests, over the server's own JAX-RS and JSON-B, without the server. */
class OperationsTest {
  private final FakeDirectory directory = new FakeDirectory();
  private final SynchronousDispatcher dispatcher =
      (SynchronousDispatcher) MockDispatcherFactory.createDispatcher();

  @BeforeEach
  void deploy() throws Exception {
    for (Object resource :
        List.of(
            new UsersResource(),
            new DomainsResource(),
            new PublicationsResource(),
            new MeetingServersResource(),
            new ConferencesResource(),
            new PeerRulesResource())) {
      Field injected = resource.getClass().getDeclaredField("directory");
      injected.setAccessible(true);
      injected.set(resource, directory);
      dispatcher.getRegistry().addSingletonResource(resource);
    }
    List.of(JsonOnly.class, ChangeRecord.class, FailureMapper.class)
        .forEach(dispatcher.getProviderFactory()::registerProvider);
  }

  private MockHttpResponse send(MockHttpRequest request) {
    MockHttpResponse response = new MockHttpResponse();
    dispatcher.invoke(request, response);
    return response;
  }

  private MockHttpResponse send(String method, String path, String body) throws Exception {
    return send(
        MockHttpRequest.create(method, path)
            .contentType("application/json")
            .content(body.getBytes(UTF_8)));
  }

  private static String text(MockHttpResponse response) throws Exception {
    return response.getContentAsString();
  }

  @Test
  void listsUsersWithoutSecrets() throws Exception {
    MockHttpResponse response = send(MockHttpRequest.get("/users"));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(text(response))
        .isEqualTo("[{\"aor\":\"alice@localhost\",\"enabled\":true,\"maximumAllocations\":10}]");
  }

  @Test
  void addsAUserAndAnswersWithoutThePassword() throws Exception {
    MockHttpResponse response =
        send("POST", "/users", "{\"aor\":\"bob@localhost\",\"password\":\"secret\"}");

    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(text(response)).contains("bob@localhost").doesNotContain("secret");
    assertThat(directory.asked)
        .containsExactly(
            "[add, UserEntry[aor=bob@localhost, enabled=true, maximumAllocations=20], secret]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/users/a@b/password|{\"password\":\"x\"}|[password, a@b, x]",
        "PUT|/users/a@b/enabled|{\"enabled\":false}|[enable, a@b, false]",
        "POST|/domains|{\"name\":\"b\"}|[addDomain, b]",
        "PUT|/meeting-servers/m|{\"enabled\":false}|[putServer, "
            + "MeetingServerEntry[name=m, enabled=false]]",
        "PUT|/conferences/w|{\"meetingServer\":\"m\"}|[putConference, "
            + "ConferenceEntry[id=w, meetingServer=m]]",
        "PUT|/resources/r|{\"pathPrefix\":\"/r/\",\"target\":\"http://h\",\"methods\":[\"GET\"]}|"
            + "[publish, PublicationEntry[name=r, pathPrefix=/r/, target=http://h, methods=[GET],"
            + " enabled=true]]",
        "PUT|/peer-rules|[{\"network\":\"10.0.0.0/8\",\"allowed\":true}]|[replaceRules, "
            + "[PeerRuleEntry[network=10.0.0.0/8, allowed=true]]]"
      })
  void asksTheDirectoryForWhatTheBodySays(String method, String path, String body, String asked)
      throws Exception {
    MockHttpResponse response = send(method, path, body);

    assertThat(directory.asked).containsExactly(asked);
    assertThat(response.getStatus()).isEqualTo(method.equals("POST") ? 201 : 200);
    assertThat(text(response)).matches("[{\\[].*[}\\]]");
  }

  @Test
  void showsAnIssuedKeyThatNobodyMayStore() throws Exception {
    MockHttpResponse response =
        send("POST", "/conferences/w/keys", "{\"user\":\"a@b\",\"lifetimeSeconds\":60}");

    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(text(response)).contains("\"sessionKey\":\"k3y\"", "\"expires\":\"1970-01-01T");
    assertThat(response.getOutputHeaders().getFirst("Cache-Control")).hasToString("no-store");
    assertThat(directory.asked)
        .containsExactly(
            "[issue, KeyOrder[conference=w, user=a@b, lifetimeSeconds=60, maximumUses=0]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/a@b",
        "/domains/b",
        "/resources/r",
        "/meeting-servers/m",
        "/conferences/w"
      })
  void answersARemovalWithNothing(String path) throws Exception {
    MockHttpResponse response = send(MockHttpRequest.delete(path));

    assertThat(response.getStatus()).isEqualTo(204);
    assertThat(text(response)).isEmpty();
    assertThat(directory.asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"INVALID,400", "UNKNOWN,404", "CONFLICT,409", "UNAVAILABLE,503"})
  void mapsEachKindOfProblemToItsStatus(Kind kind, int status) throws Exception {
    directory.problem = new Problem(kind, "user a@b did not like it", "ask again");

    MockHttpResponse response = send(MockHttpRequest.delete("/users/a@b"));

    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(text(response)).isEqualTo("{\"error\":\"user a@b did not like it; ask again\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/users|{}|aor, password",
        "POST|/users|{\"aor\":\"a@b\"}|password",
        "POST|/users|null|aor, password",
        "PUT|/users/a@b/enabled|{}|enabled",
        "PUT|/users/a@b/password|{}|password",
        "POST|/domains|{}|name",
        "PUT|/resources/r|{\"target\":\"http://h\"}|pathPrefix, methods",
        "PUT|/conferences/w|{}|meetingServer",
        "POST|/conferences/w/keys|{}|user, lifetimeSeconds",
        "PUT|/peer-rules|[{\"network\":\"::/0\"}]|allowed"
      })
  void namesTheMembersThatABodyLacks(String method, String path, String body, String missing)
      throws Exception {
    MockHttpResponse response = send(method, path, body);

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(text(response)).contains(" lacks " + missing + "; send these members as JSON");
    assertThat(directory.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\"text\"", "{\"aor\":{}}", "{\"enabled\":\"perhaps\"}", ""})
  void refusesABodyThatIsNotItsJson(String body) throws Exception {
    MockHttpResponse response = send("POST", "/users", body);

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(text(response)).startsWith("{\"error\":\"");
    assertThat(directory.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/json"
      })
  void refusesABodyThatAForeignPageCouldSend(String type) throws Exception {
    MockHttpResponse response =
        send(
            MockHttpRequest.post("/users")
                .header("Content-Type", type)
                .content("{\"aor\":\"a@b\",\"password\":\"x\"}".getBytes(UTF_8)));

    assertThat(response.getStatus()).isEqualTo(415);
    assertThat(text(response)).startsWith("{\"error\":\"");
    assertThat(directory.asked).isEmpty();
  }

  @Test
  void refusesABodyWithoutAType() throws Exception {
    MockHttpResponse response =
        send(MockHttpRequest.post("/domains").content("{\"name\":\"b\"}".getBytes(UTF_8)));

    assertThat(response.getStatus()).isEqualTo(415);
    assertThat(directory.asked).isEmpty();
  }

  @Test
  @Spec("RFC 9110 §15.5.6")
  void saysWhichMethodsThereAre() throws Exception {
    MockHttpResponse response = send(MockHttpRequest.delete("/users"));

    assertThat(response.getStatus()).isEqualTo(405);
    assertThat(response.getOutputHeaders().getFirst("Allow").toString()).contains("GET", "POST");
    assertThat(text(response)).startsWith("{\"error\":\"this request was answered 405 ");
  }

  @Test
  void answersUnknownPathsAndFailuresAsProblemsToo() throws Exception {
    MockHttpResponse unknown = send(MockHttpRequest.get("/nothing"));
    MockHttpResponse failed = send(MockHttpRequest.get("/resources"));

    assertThat(unknown.getStatus()).isEqualTo(404);
    assertThat(text(unknown)).startsWith("{\"error\":\"");
    assertThat(failed.getStatus()).isEqualTo(500);
    assertThat(text(failed)).startsWith("{\"error\":\"").doesNotContain("broken");
  }
}
