using System.Formats.Tar;
using System.Net;
using System.Net.Http.Headers;

namespace ActorKube.Tests.Engines;

/// <summary>A small image for tests, made from the static busybox of this machine (Debian: busybox-static). Nothing is pulled.</summary>
public static class TestImage
{
    public const string Name = "actorkube/test:busybox";
    private const string Busybox = "/bin/busybox";
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;
    private static readonly string[] Applets =
    [
        "cat", "chmod", "cp", "cut", "date", "dd", "echo", "env", "false", "grep", "head", "hostname", "httpd", "id", "kill", "ls", "mkdir", "mount", "nc", "ps", "pwd",
        "readlink", "rm", "sed", "seq", "sh", "sleep", "stat", "stty", "tail", "tar", "test", "touch", "tr", "true", "umount", "wc", "wget",
    ];

    /// <summary>Imports the image if the engine hasn't got it.</summary>
    public static async Task EnsureAsync(string endpoint, CancellationToken cancellationToken)
    {
        using var http = TestEngine.Client(endpoint);
        using var found = await http.GetAsync(new Uri($"http://docker/v1.41/images/{Name}/json"), cancellationToken);
        if (found.StatusCode == HttpStatusCode.OK)
        {
            return;
        }

        using var archive = Pack();
        using var content = new StreamContent(archive) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-tar") } };
        var parts = Name.Split(':');
        var changes = Uri.EscapeDataString("""CMD ["/bin/sh"]""");
        var uri = new Uri($"http://docker/v1.41/images/create?fromSrc=-&repo={parts[0]}&tag={parts[1]}&changes={changes}&changes={Uri.EscapeDataString("ENV PATH=/bin")}");
        using var response = await http.PostAsync(uri, content, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode || answer.Contains("\"error\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"cannot import {Name}: {answer}");
        }
    }

    private static MemoryStream Pack()
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        using (var busybox = File.OpenRead(Busybox))
        {
            foreach (var (directory, mode) in new[] { ("bin", Executable), ("etc", Executable), ("root", Executable), ("tmp", Executable | UnixFileMode.StickyBit | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite) })
            {
                writer.WriteEntry(new UstarTarEntry(TarEntryType.Directory, directory) { Mode = mode });
            }

            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "bin/busybox") { Mode = Executable, DataStream = busybox });
            foreach (var applet in Applets)
            {
                writer.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, $"bin/{applet}") { LinkName = "busybox" });
            }

            Add(writer, "etc/passwd", "root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000:user:/tmp:/bin/sh\n");
            Add(writer, "etc/group", "root:x:0:\nuser:x:1000:\n");
        }

        archive.Position = 0;
        return archive;
    }

    private static void Add(TarWriter writer, string path, string text) =>
        writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(text)) });
}
