using System.Runtime.InteropServices;
using ActorKube.Host.Composition;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.Host.Launcher.Images;

/// <summary>
/// The image of a host, made of what runs now: this program, its .NET runtime, the libraries that they load, and the few programs that a host calls. Nothing is pulled, downloaded or built.
/// </summary>
internal static class HostImage
{
    public const string Repository = "actorkube";

    private const string Program = "/opt/actorkube";
    private const string DotNet = "/usr/share/dotnet";

    /// <summary>Loaded by name at run time: TLS and, where PostgreSQL asks for it, Kerberos.</summary>
    private static readonly string[] Libraries = ["libssl.so.3", "libgssapi_krb5.so.2", "libresolv.so.2"];

    /// <summary>A host starts its guard by a shell; people look at mounts.</summary>
    private static readonly string[] Programs = ["/bin/sh", "/usr/bin/setsid", "/bin/kill", "/bin/mount", "/bin/umount"];

    /// <summary>Makes the image and gives it this version's tag and <c>latest</c>.</summary>
    /// <returns>Its reference.</returns>
    public static async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        await using var root = new RootFileSystem();
        await root.AddFolderAsync(AppContext.BaseDirectory, Program, IsNeeded, cancellationToken).ConfigureAwait(false);
        await AddRuntimeAsync(root, cancellationToken).ConfigureAwait(false);
        foreach (var library in Libraries)
        {
            await root.AddLibraryAsync(library, cancellationToken).ConfigureAwait(false);
        }

        foreach (var program in Programs.Where(File.Exists))
        {
            await root.AddProgramAsync(program, program, cancellationToken).ConfigureAwait(false);
        }

        root.AddText("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n");
        root.AddText("/etc/group", "root:x:0:\nnogroup:x:65534:\n");
        root.AddText("/etc/nsswitch.conf", "hosts: files dns\n");
        root.AddText("/etc/os-release", $"PRETTY_NAME=\"ActorKube {SoftwareVersion.Text}\"\nID=actorkube\nVERSION_ID={SoftwareVersion.Text}\n");
        root.AddDirectory("/tmp", (UnixFileMode)0b1_111_111_111);
        await LocalEngine.ImportImageAsync(
            Repository,
            [SoftwareVersion.Text, "latest"],
            await root.FinishAsync().ConfigureAwait(false),
            [$"ENV DOTNET_ROOT={DotNet}", $"ENV PATH={Program}:/usr/bin:/bin", "ENV ACTORKUBE_HOME=/var/lib/actorkube", $"ENTRYPOINT [\"{Program}/actorkube\"]", "CMD [\"serve\"]"],
            cancellationToken).ConfigureAwait(false);
        return $"{Repository}:{SoftwareVersion.Text}";
    }

    /// <summary>A program that was published with its runtime has it in its own folder.</summary>
    private static async Task AddRuntimeAsync(RootFileSystem root, CancellationToken cancellationToken)
    {
        var runtime = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        if (runtime == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))
        {
            return;
        }

        // .../shared/Microsoft.NETCore.App/VERSION, beside which are the web framework and, further up, what finds them.
        var install = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        var frameworks = new[] { runtime, Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)! };
        foreach (var folder in frameworks.Append(NewestResolver(install)))
        {
            await root.AddFolderAsync(folder, Path.Combine(DotNet, Path.GetRelativePath(install, folder)), IsNeeded, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Symbols and documentation are for developers.</summary>
    private static bool IsNeeded(string file) => Path.GetExtension(file) is not (".pdb" or ".xml");

    private static string NewestResolver(string install) =>
        Directory.GetDirectories(Path.Combine(install, "host", "fxr")).MaxBy(static d => Version.TryParse(Path.GetFileName(d).Split('-')[0], out var version) ? version : new Version())
            ?? throw new InvalidOperationException($"The .NET runtime in {install} has no host/fxr.");
}
