using ActorKube.Host.Launcher.Programs;

namespace ActorKube.Host.Launcher.Images;

/// <summary>Finds the libraries that programs of this machine need.</summary>
internal static class SharedLibraries
{
    /// <summary>Paths of all libraries that the dynamic linker loads for a program or a library, itself among them. None for what is linked statically, or no ELF file at all.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string file, CancellationToken cancellationToken)
    {
        // It fails for a static program, and says so in words that differ.
        var result = await Tool.TryRunAsync("ldd", [file], cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? Parse(result.Output) : [];
    }

    /// <summary>Where the dynamic linker finds a library that is loaded by name at run time; null where it doesn't.</summary>
    public static async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var cache = await Tool.TryRunAsync("/sbin/ldconfig", ["-p"], cancellationToken).ConfigureAwait(false);
        return cache.Output.Split('\n').Select(static l => l.Trim().Split(' ')).FirstOrDefault(words => words[0] == name && words.Contains("=>"))?[^1];
    }

    /// <summary>Reads what <c>ldd</c> prints: <c>NAME => PATH (ADDRESS)</c>, or <c>PATH (ADDRESS)</c> for the linker. What is missing here is not missed here. Pure.</summary>
    public static IReadOnlyList<string> Parse(string output)
    {
        var paths = new List<string>();
        foreach (var line in output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // The kernel's own has no path.
            var path = words.Length > 2 && words[1] == "=>" ? words[2] : words[0];
            if (path.StartsWith('/'))
            {
                paths.Add(path);
            }
        }

        return paths;
    }
}
