using System.Text.RegularExpressions;

namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>A command of a page.</summary>
/// <param name="Text">As it is given to a shell.</param>
/// <param name="Printed">
/// The lines that it prints; none where the page doesn't say: then it only has to succeed. Blanks in a row count as one, as tables are as wide as what is in them, <c>...</c> stands for any
/// text, and a line of nothing else for any lines.
/// </param>
internal sealed partial record ExampleCommand(string Text, IReadOnlyList<string> Printed)
{
    private const string Anything = "...";

    /// <summary>It only looks, so a reader who is too early looks again.</summary>
    public bool OnlyLooks => Look().IsMatch(Text);

    /// <summary>Whether it went as the page says.</summary>
    public bool IsMet(int exitCode, string output) =>
        Printed.Count == 0 ? exitCode == 0 : Regex.IsMatch(OneBlank(output.TrimEnd('\n')) + "\n", $@"\A{string.Concat(Printed.Select(PatternOf))}\z");

    private static string PatternOf(string line) =>
        line == Anything ? @"(?:.*\n)*" : string.Join(".*", OneBlank(line).Split(Anything).Select(Regex.Escape)) + @" ?\n";

    private static string OneBlank(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex(@"^kubectl (get|describe|top|logs|rollout history)\b")]
    private static partial Regex Look();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
