using System.Globalization;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>Reads the small text files in which the kernel shows its counters.</summary>
internal static class KernelFiles
{
    /// <summary>The one number of a file.</summary>
    /// <exception cref="IOException">There is no such file, or no number in it.</exception>
    public static long Number(string path) => Parse(File.ReadAllText(path).AsSpan().Trim(), path);

    /// <summary>The number after the name, in a file of lines <c>name number</c> or <c>name: number unit</c>.</summary>
    /// <exception cref="IOException">There is no such file, or no such line in it.</exception>
    public static long Field(string path, string name) => Field(File.ReadAllText(path), name, path);

    /// <param name="path">Where the text is from.</param>
    /// <exception cref="IOException">There is no such line.</exception>
    public static long Field(string text, string name, string path)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] is ' ' or ':')
            {
                var rest = line[name.Length..].TrimStart(": ");
                var end = rest.IndexOf(' ');
                return Parse(end < 0 ? rest : rest[..end], path);
            }
        }

        throw new IOException($"{path} has no {name}");
    }

    private static long Parse(ReadOnlySpan<char> text, string path) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new IOException($"{path} has no number where one should be");
}
