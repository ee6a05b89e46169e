using System.Formats.Tar;
using System.Security.Cryptography;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pause;

/// <summary>The image of a sandbox: the pause program and nothing else, imported into the engine where it is missing.</summary>
internal static class SandboxImage
{
    public const string Repository = "actorkube/sandbox";

    /// <summary>Makes sure that the engine has the image, without contacting any registry; its reference.</summary>
    public static async Task<string> EnsureAsync(DockerClient docker, string architecture, CancellationToken cancellationToken)
    {
        var program = PauseProgram.Build(architecture);

        // The tag is the content: a changed program is another image, and nothing needs to be compared or replaced.
        var tag = $"{architecture}-{Convert.ToHexStringLower(SHA256.HashData(program))[..12]}";
        var reference = $"{Repository}:{tag}";
        try
        {
            await docker.Images.InspectAsync(reference, cancellationToken);
        }
        catch (DockerException e) when (e.IsNotFound)
        {
            using var archive = Pack(program);
            await docker.Images.ImportAsync(Repository, tag, archive, ["""ENTRYPOINT ["/pause"]"""], cancellationToken);
        }

        return reference;
    }

    private static MemoryStream Pack(byte[] program)
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "pause")
            {
                Mode = (UnixFileMode)0b111_101_101,
                ModificationTime = DateTimeOffset.UnixEpoch,
                DataStream = new MemoryStream(program),
            });
        }

        archive.Position = 0;
        return archive;
    }
}
