using System.Text.RegularExpressions;

namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>
/// What a reader of a page is told to try. A <c>yaml</c> block whose first line is <c># NAME.yaml</c> is a file of that name; in <c>console</c> blocks lines that begin with <c>$ </c> are
/// commands of a shell, each followed by what it prints.
/// </summary>
internal sealed partial record WorkedExample(IReadOnlyList<ExampleFile> Files, IReadOnlyList<ExampleCommand> Commands)
{
    private const string Prompt = "$ ";

    /// <exception cref="FormatException">Something is printed that no command was given for, or a block is not closed.</exception>
    public static WorkedExample Read(string markdown)
    {
        List<ExampleFile> files = [];
        List<ExampleCommand> commands = [];
        foreach (var (language, lines) in Blocks(markdown.Split('\n')))
        {
            if (language == "yaml" && FileName().Match(lines.FirstOrDefault("")) is { Success: true } name)
            {
                files.Add(new ExampleFile(name.Groups[1].Value, string.Join('\n', lines)));
            }
            else if (language == "console")
            {
                commands.AddRange(CommandsOf(lines));
            }
        }

        return new WorkedExample(files, commands);
    }

    private static IEnumerable<(string Language, IReadOnlyList<string> Lines)> Blocks(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, "```", i + 1);
            yield return end > 0 ? (lines[i][3..], lines[(i + 1)..end]) : throw new FormatException($"The block in line {i + 1} is not closed.");
            i = end;
        }
    }

    private static IEnumerable<ExampleCommand> CommandsOf(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var command = lines[i].StartsWith(Prompt, StringComparison.Ordinal) ? lines[i][Prompt.Length..] : throw new FormatException($"No command prints \"{lines[i]}\".");
            var printed = lines.Skip(++i).TakeWhile(static l => !l.StartsWith(Prompt, StringComparison.Ordinal)).ToList();
            i += printed.Count;
            yield return new ExampleCommand(command, printed);
        }
    }

    [GeneratedRegex(@"^# (\S+\.yaml)$")]
    private static partial Regex FileName();
}
