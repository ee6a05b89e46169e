using System.Formats.Tar;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.Host.Launcher;

/// <summary>The samples' image, which no registry has: a static busybox, taken from Debian's package, under the name that the samples use.</summary>
internal static class SampleImages
{
    private const string Repository = "actorkube/hello";
    private const string Busybox = "/bin/busybox";

    public static async Task EnsureAsync(IReadOnlyList<ManifestObject> objects, TextWriter output, CancellationToken cancellationToken)
    {
        var wanted = objects.SelectMany(o => Images(o.Json)).Where(i => i.StartsWith(Repository + ":", StringComparison.Ordinal)).Distinct();
        foreach (var image in wanted)
        {
            if (await LocalEngine.HasImageAsync(image, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            if (!File.Exists(Busybox))
            {
                throw new InvalidOperationException($"The sample's image {image} is made from a static busybox: install the package busybox-static.");
            }

            await output.WriteLineAsync($"Making the image {image}...").ConfigureAwait(false);
            using var archive = Archive();
            await LocalEngine.ImportImageAsync(Repository, [image[(Repository.Length + 1)..]], archive, [], cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<string> Images(System.Text.Json.Nodes.JsonNode? node) => node switch
    {
        System.Text.Json.Nodes.JsonObject o => o.SelectMany(p => p.Key == "image" && p.Value is not null ? [p.Value.ToString()] : Images(p.Value)),
        System.Text.Json.Nodes.JsonArray a => a.SelectMany(Images),
        _ => [],
    };

    /// <summary>A root file system with busybox under the names of the commands that the samples call.</summary>
    private static MemoryStream Archive()
    {
        var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(Busybox, "bin/busybox");
            foreach (var command in new[] { "sh", "httpd", "mkdir", "echo", "cat", "ls", "sleep", "wget", "nc", "ps", "env", "hostname", "date", "tar", "id", "kill", "true", "false", "vi", "head", "tail", "grep", "sed", "touch", "rm", "mount", "ip", "test", "seq" })
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "bin/" + command) { LinkName = "busybox" });
            }

            tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "tmp/") { Mode = (UnixFileMode)Convert.ToInt32("1777", 8) });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "etc/passwd") { DataStream = new MemoryStream("root:x:0:0:root:/:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n"u8.ToArray()) });
        }

        stream.Position = 0;
        return stream;
    }
}
