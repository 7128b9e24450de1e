// Giữ một tiến trình `cdht assess -`, gửi mỗi dòng một hồ sơ JSON và nhận mỗi dòng một câu trả lời.
// Keeps one `cdht assess -` process: a record as JSON goes in on a line, an answer comes out on a line.
//
// mcs Assess.cs && mono Assess.exe node dist/cli/index.js assess - --on 2025-12-31 < nguoi.ndjson
// (.NET 8: dotnet new console, thay Program.cs bằng tệp này · put this file in the place of Program.cs)
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

/// <summary>One process for as many people as there are. Not for several threads at once: give each its own.</summary>
public sealed class Cdht : IDisposable
{
    // Without a byte order mark, whatever the code page of the machine.
    static readonly Encoding Utf8 = new UTF8Encoding(false);
    readonly Process process;
    readonly StreamWriter input;
    readonly StreamReader output;

    /// <summary>The command and its arguments: <c>node</c>, the path of <c>dist/cli/index.js</c>, <c>assess - --on 2025-12-31</c>.</summary>
    public Cdht(string[] command)
    {
        process = Process.Start(new ProcessStartInfo
        {
            FileName = command[0],
            Arguments = string.Join(" ", command.Skip(1).Select(argument => "\"" + argument + "\"")),
            UseShellExecute = false,
            RedirectStandardInput = true,
            // Standard error is not redirected: a pipe that nobody reads would fill up and stop the process.
            RedirectStandardOutput = true,
        });
        input = new StreamWriter(process.StandardInput.BaseStream, Utf8) { NewLine = "\n" };
        output = new StreamReader(process.StandardOutput.BaseStream, Utf8);
    }

    /// <summary>The answer to one record, at once.</summary>
    public string Ask(string record)
    {
        Write(record);
        input.Flush();
        return Read();
    }

    /// <summary>
    /// The answers to many records, in order. A thread of its own writes: who writes everything before reading anything waits
    /// for a process that waits for its answers to be read.
    /// </summary>
    public IEnumerable<string> AskAll(IEnumerable<string> records)
    {
        var asked = 0L;
        Exception failure = null;
        // One for each record that is written, and one at the end.
        var written = new SemaphoreSlim(0);
        var writer = new Thread(() =>
        {
            try
            {
                foreach (var record in records)
                {
                    Write(record);
                    Interlocked.Increment(ref asked);
                    written.Release();
                }
            }
            catch (Exception error) { failure = error; }
            try { input.Flush(); } catch (IOException) { /* The process has ended: the reader below says so. */ }
            written.Release();
        });
        writer.IsBackground = true;
        writer.Start();
        for (var answered = 0L; ; answered++)
        {
            written.Wait();
            if (answered == Interlocked.Read(ref asked)) break;
            yield return Read();
        }
        if (failure != null) throw failure;
    }

    /// <summary>Tells the process that nobody more comes. 0: all were assessed; 1: some records had errors; 2: wrong usage.</summary>
    public int Close()
    {
        try { input.Close(); } catch (IOException) { /* It has ended by itself. */ }
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>After a fault, or when no more answers are wanted: whatever is still under way is dropped.</summary>
    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    void Write(string record)
    {
        if (record.IndexOf('\n') >= 0 || record.Trim() == "") throw new ArgumentException("one record, on one line");
        input.WriteLine(record);
    }

    string Read()
    {
        var answer = output.ReadLine();
        if (answer == null) throw new InvalidOperationException("cdht ended with exit code " + Close());
        return answer;
    }
}

public static class Program
{
    public static int Main(string[] command)
    {
        var utf8 = new UTF8Encoding(false);
        try
        {
            using (var cdht = new Cdht(command))
            using (var output = new StreamWriter(Console.OpenStandardOutput(), utf8))
            {
                foreach (var answer in cdht.AskAll(Lines(new StreamReader(Console.OpenStandardInput(), utf8))))
                    output.WriteLine(Told(answer));
                return cdht.Close();
            }
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    static IEnumerable<string> Lines(TextReader reader)
    {
        for (var line = reader.ReadLine(); line != null; line = reader.ReadLine())
            if (line.Trim() != "") yield return line;
    }

    // Enough for an example; a program reads answers with System.Text.Json. No text of a person can look like these names:
    // within texts JSON writes \" for every quote.
    static string Told(string answer)
    {
        var id = Regex.Match(answer, "\"id\":\"([^\"\\\\]*(?:\\\\.[^\"\\\\]*)*)\"").Groups[1].Value;
        var result = Regex.Match(answer, "\"ok\":true,").Success
            ? Regex.Match(answer, "\"verdict\":\"(\\w+)\"").Groups[1].Value
            : "refused " + Regex.Match(answer, "\"code\":\"(\\w+)\"").Groups[1].Value;
        return id + ": " + result;
    }
}
