using System.Text;
using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Volumes;

namespace ActorKube.NodeAgent.Containers;

/// <summary>The file in which a container leaves its last words, and the log, from which they are taken if it failed without any.</summary>
internal sealed class TerminationLog(PodDirectories directories, IStreamRuntime runtime)
{
    private const int LongestMessage = 4096;
    private const int LongestLog = 2048;
    private const int LogLines = 80;

    /// <summary>The file for an instance, as a mount; null if the container wants none.</summary>
    public ContainerMount? Create(Pod pod, Container container, int attempt)
    {
        if (string.IsNullOrEmpty(container.TerminationMessagePath) || !directories.AreUsed)
        {
            return null;
        }

        var path = directories.TerminationLog(pod.Metadata.Uid ?? "", container.Name, attempt);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Create(path).Dispose();

        // Whatever user the container runs as.
        Posix.SetMode(path, (UnixFileMode)0b110_110_110);
        return new ContainerMount { HostPath = path, ContainerPath = container.TerminationMessagePath };
    }

    /// <summary>What an instance that has ended left; null if nothing.</summary>
    public async Task<string?> ReadAsync(Pod pod, Container container, RuntimeContainer ended, CancellationToken cancellationToken)
    {
        var path = directories.TerminationLog(pod.Metadata.Uid ?? "", container.Name, ended.Attempt);
        var text = directories.AreUsed && File.Exists(path) ? await ReadStartAsync(path, cancellationToken) : "";
        var fallBack = text.Length == 0 && ended.ExitCode != 0 && container.TerminationMessagePolicy == "FallbackToLogsOnError";
        text = fallBack ? await ReadLogAsync(ended.Id, cancellationToken) : text;
        return text.Length == 0 ? null : text;
    }

    private static async Task<string> ReadStartAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var buffer = new byte[LongestMessage];
        var length = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private async Task<string> ReadLogAsync(string id, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        await foreach (var chunk in runtime.ReadLogsAsync(id, new LogOptions { Tail = LogLines }, cancellationToken))
        {
            text.Append(Encoding.UTF8.GetString(chunk.Data.Span));
            if (text.Length > LongestLog * 2)
            {
                text.Remove(0, text.Length - LongestLog);
            }
        }

        return text.Length > LongestLog ? text.ToString(text.Length - LongestLog, LongestLog) : text.ToString();
    }
}
