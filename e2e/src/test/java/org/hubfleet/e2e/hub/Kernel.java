package org.hubfleet.e2e.hub;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * A kernel of somebody's server, spoken to over a WebSocket through the proxy, in the messages of
 * the Jupyter protocol.
 */
final class Kernel implements AutoCloseable {
  private static final int PATIENCE = 60; // seconds

  private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
  private final String session = UUID.randomUUID().toString();
  private final WebSocket socket;

  private Kernel(Person person, String root, String id) {
    HttpUrl.Builder url =
        person
            .at(root + "api/kernels/" + id + "/channels")
            .newBuilder()
            .addQueryParameter("session_id", session);
    person.browser().xsrf(person.at(root)).ifPresent(t -> url.addQueryParameter("_xsrf", t));
    socket = person.browser().webSocket(url.build(), new Ears());
  }

  /**
   * Starts a kernel on a server.
   *
   * @param root of the server, such as {@code /user/ada/}
   */
  static Kernel start(Person person, String root) {
    Page started = person.call("POST", root + "api/kernels", "{\"name\": \"python3\"}");
    if (started.code() != 201) {
      throw new AssertionError("no kernel: " + started + "\n" + started.body());
    }
    JsonObject kernel = JsonParser.parseString(started.body()).getAsJsonObject();
    return new Kernel(person, root, kernel.get("id").getAsString());
  }

  /** Runs code and returns what it printed; an error in it fails with its traceback. */
  String run(String code) {
    String id = UUID.randomUUID().toString();
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", id);
    header.addProperty("session", session);
    header.addProperty("username", "");
    header.addProperty("msg_type", "execute_request");
    header.addProperty("version", "5.3");
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("silent", false);
    content.addProperty("store_history", true);
    content.addProperty("allow_stdin", false);
    JsonObject message = new JsonObject();
    message.add("header", header);
    message.add("parent_header", new JsonObject());
    message.add("metadata", new JsonObject());
    message.add("content", content);
    message.addProperty("channel", "shell");
    socket.send(message.toString());
    return answer(id);
  }

  private String answer(String id) {
    StringBuilder printed = new StringBuilder();
    boolean isReplied = false;
    boolean isIdle = false;
    while (!(isReplied && isIdle)) {
      JsonObject message = next();
      JsonObject parent = message.getAsJsonObject("parent_header");
      if (parent == null
          || !parent.has("msg_id")
          || !id.equals(parent.get("msg_id").getAsString())) {
        continue;
      }
      JsonObject content = message.getAsJsonObject("content");
      switch (message.get("msg_type").getAsString()) {
        case "stream" -> printed.append(content.get("text").getAsString());
        case "error" -> throw new AssertionError(content.toString());
        case "execute_reply" -> isReplied = true;
        case "status" ->
            isIdle = isIdle || content.get("execution_state").getAsString().equals("idle");
        default -> {}
      }
    }
    return printed.toString();
  }

  private JsonObject next() {
    try {
      JsonObject message = messages.poll(PATIENCE, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("the kernel did not answer for " + PATIENCE + " s");
      }
      if (message.has("broken")) {
        throw new AssertionError("the WebSocket broke: " + message.get("broken").getAsString());
      }
      return message;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private final class Ears extends WebSocketListener {
    @Override
    public void onMessage(WebSocket from, String text) {
      messages.add(JsonParser.parseString(text).getAsJsonObject());
    }

    @Override
    public void onFailure(WebSocket from, Throwable problem, Response response) {
      JsonObject message = new JsonObject();
      message.addProperty("broken", problem + (response == null ? "" : " " + response.code()));
      messages.add(message);
    }
  }

  @Override
  public void close() {
    socket.close(1000, "done");
  }
}
