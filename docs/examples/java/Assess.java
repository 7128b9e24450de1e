// Giữ một tiến trình `cdht assess -`, gửi mỗi dòng một hồ sơ JSON và nhận mỗi dòng một câu trả lời.
// Keeps one `cdht assess -` process: a record as JSON goes in on a line, an answer comes out on a line.
//
// java Assess.java node dist/cli/index.js assess - --on 2025-12-31 < nguoi.ndjson      (Java 11+)
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Assess {
  /** One process for as many people as there are. Not for several threads at once: give each its own. */
  static final class Cdht implements AutoCloseable {
    private final Process process;
    private final BufferedWriter input;
    private final BufferedReader output;

    /** @param command {@code node}, the path of {@code dist/cli/index.js}, {@code assess - --on 2025-12-31} */
    Cdht(List<String> command) throws IOException {
      // Standard error goes where ours goes: a pipe that nobody reads would fill up and stop the process.
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      // UTF-8, whatever the charset of the machine.
      input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
      output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** The answer to one record, at once. */
    String ask(String record) throws IOException {
      write(record);
      input.flush();
      return read();
    }

    /**
     * The answers to many records, in order. A thread of its own writes: who writes everything before reading anything waits
     * for a process that waits for its answers to be read.
     */
    void askAll(Iterator<String> records, Consumer<String> take) throws IOException {
      AtomicLong asked = new AtomicLong();
      AtomicReference<Exception> failure = new AtomicReference<>();
      // One for each record that is written, and one at the end.
      Semaphore written = new Semaphore(0);
      Thread writer = new Thread(() -> {
        try {
          while (records.hasNext()) {
            write(records.next());
            asked.incrementAndGet();
            written.release();
          }
        } catch (Exception error) {
          failure.set(error);
        }
        try {
          input.flush();
        } catch (IOException gone) {
          // The process has ended: the reader below says so.
        }
        written.release();
      });
      writer.setDaemon(true);
      writer.start();
      for (long answered = 0; ; answered++) {
        uninterrupted(() -> {
          written.acquire();
          return 0;
        });
        if (answered == asked.get()) break;
        take.accept(read());
      }
      if (failure.get() != null) throw new IOException(failure.get());
    }

    /** Tells the process that nobody more comes. 0: all were assessed; 1: some records had errors; 2: wrong usage. */
    int end() throws IOException {
      try {
        input.close();
      } catch (IOException gone) {
        // It has ended by itself.
      }
      return uninterrupted(process::waitFor);
    }

    /** After a fault, or when no more answers are wanted: whatever is still under way is dropped. */
    @Override
    public void close() {
      process.destroy();
    }

    private static int uninterrupted(Callable<Integer> wait) throws IOException {
      try {
        return wait.call();
      } catch (InterruptedException error) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      } catch (Exception error) {
        throw new IOException(error);
      }
    }

    private void write(String record) throws IOException {
      if (record.isBlank() || record.indexOf('\n') >= 0) throw new IllegalArgumentException("one record, on one line");
      input.write(record);
      input.write('\n');
    }

    private String read() throws IOException {
      String answer = output.readLine();
      if (answer == null) throw new IOException("cdht ended with exit code " + end());
      return answer;
    }
  }

  public static void main(String[] command) {
    PrintStream out = new PrintStream(System.out, false, UTF_8);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    int code = 2;
    try (Cdht cdht = new Cdht(List.of(command))) {
      Iterator<String> records = lines.lines().filter(line -> !line.isBlank()).iterator();
      cdht.askAll(records, answer -> out.println(told(answer)));
      code = cdht.end();
    } catch (IOException error) {
      System.err.println(error.getMessage());
    }
    out.flush();
    System.exit(code);
  }

  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
  private static final Pattern VERDICT = Pattern.compile("\"verdict\":\"(\\w+)\"");
  private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");

  /**
   * Enough for an example; a program reads answers with a library for JSON. No text of a person can look like these names:
   * within texts JSON writes \" for every quote.
   */
  private static String told(String answer) {
    String result = answer.contains("\"ok\":true,") ? first(VERDICT, answer) : "refused " + first(CODE, answer);
    return first(ID, answer) + ": " + result;
  }

  private static String first(Pattern pattern, String answer) {
    Matcher found = pattern.matcher(answer);
    return found.find() ? found.group(1) : "";
  }
}
