using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Sources;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Volumes;

/// <summary>Makes a pod's volumes, keeps their files up to date, and takes them away. Every step can be repeated. Thread-safe for different pods.</summary>
internal sealed partial class VolumeManager(PodDirectories directories, TimeProvider time, ILogger logger)
{
    /// <summary>Makes what the pod's volumes need, or brings it up to date. Returns when that has to be done again although nothing has changed; null for never.</summary>
    /// <exception cref="VolumeException">A volume can't be made now.</exception>
    public async Task<DateTimeOffset?> PrepareAsync(VolumeInputs inputs, CancellationToken cancellationToken)
    {
        DateTimeOffset? renewAt = null;
        foreach (var volume in inputs.Pod.Spec.Volumes.OrEmpty())
        {
            try
            {
                renewAt = Earlier(renewAt, await (directories.AreUsed ? PrepareAsync(volume, inputs, cancellationToken) : ResolveAsync(volume, inputs, cancellationToken)));
            }
            catch (Exception e) when (e is ConfigException or IOException or UnauthorizedAccessException)
            {
                throw new VolumeException($"MountVolume.SetUp failed for volume \"{volume.Name}\" : {e.Message}", e);
            }
        }

        return renewAt;
    }

    /// <summary>Whether a message means that files of the pod's volumes may have to change.</summary>
    public static bool IsStale(Pod pod, PodMessage message) => message switch
    {
        PodMessage.SourcesChanged => pod.Spec.Volumes.OrEmpty().Any(static v => v is { ConfigMap: not null } or { Secret: not null } or { Projected: not null }),
        PodMessage.Changed changed => pod.Spec.Volumes.OrEmpty().Any(static v => v is { DownwardAPI: not null } or { Projected: not null })
            && !(Same(pod.Metadata.Labels, changed.Pod.Metadata.Labels) && Same(pod.Metadata.Annotations, changed.Pod.Metadata.Annotations)),
        _ => false,
    };

    public void Remove(string uid) => directories.Remove(uid);

    /// <summary>Where nothing reads files none are made, but what is missing is missed all the same.</summary>
    private static async Task<DateTimeOffset?> ResolveAsync(Volume volume, VolumeInputs inputs, CancellationToken cancellationToken)
    {
        if (volume is { EmptyDir: not null } or { HostPath: not null })
        {
            return null;
        }

        if (ClaimVolumes.ClaimOf(inputs.Pod, volume) is { } claim)
        {
            ClaimVolumes.Find(claim, inputs);
            return null;
        }

        return await VolumePayload.OfAsync(volume, inputs, cancellationToken) is { } files ? RenewalOf(files) : throw NoPlugin(volume);
    }

    private async Task<DateTimeOffset?> PrepareAsync(Volume volume, VolumeInputs inputs, CancellationToken cancellationToken)
    {
        var path = directories.Volume(inputs.Pod.Metadata.Uid ?? "", volume.Name);
        var group = inputs.Pod.Spec.SecurityContext?.FsGroup;
        if (volume.EmptyDir is { } empty)
        {
            if (!Directory.Exists(path))
            {
                MakeEmpty(path, empty);
                VolumeOwnership.Apply(path, group, readOnly: false);
            }
        }
        else if (volume.HostPath is { } host)
        {
            HostPaths.Prepare(host);
        }
        else if (ClaimVolumes.ClaimOf(inputs.Pod, volume) is { } claim)
        {
            ClaimVolumes.Link(path, claim, inputs);
        }
        else if (await VolumePayload.OfAsync(volume, inputs, cancellationToken) is { } files)
        {
            if (!Directory.Exists(path))
            {
                MakeDirectory(path, volume.Secret is not null || HoldsSecrets(volume));
            }

            if (AtomicDirectory.Write(path, files, time.GetUtcNow()))
            {
                VolumeOwnership.Apply(path, group, readOnly: true);
            }

            return RenewalOf(files);
        }
        else
        {
            throw NoPlugin(volume);
        }

        return null;
    }

    private static DateTimeOffset? RenewalOf(IReadOnlyDictionary<string, VolumeFile> files) => files.Values.Min(static f => f.RenewAt);

    private static ConfigException NoPlugin(Volume volume) => new($"no volume plugin matched: {string.Join(", ", VolumeSources.Names(volume))} volumes are not supported on this node");

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b ?? a : a;

    private static bool Same(IReadOnlyDictionary<string, string>? a, IReadOnlyDictionary<string, string>? b) =>
        a.OrEmpty().Count == b.OrEmpty().Count && a.OrEmpty().All(e => b.OrEmpty().TryGetValue(e.Key, out var value) && value == e.Value);

    private static bool HoldsSecrets(Volume volume) =>
        (volume.Projected?.Sources).OrEmpty().Any(static s => s.Secret is not null || s.ServiceAccountToken is not null);

    private void MakeEmpty(string path, EmptyDirVolumeSource source)
    {
        Directory.CreateDirectory(path);
        if (source.Medium == "Memory")
        {
            var size = source.SizeLimit is { IsZero: false } limit ? string.Create(CultureInfo.InvariantCulture, $",size={limit.Value()}") : "";
            Mount(path, "mode=0777" + size);
        }

        Posix.SetMode(path, (UnixFileMode)0b111_111_111);
    }

    private void MakeDirectory(string path, bool secret)
    {
        Directory.CreateDirectory(path);
        if (secret)
        {
            Mount(path, "mode=0755");
        }

        Posix.SetMode(path, (UnixFileMode)0b111_101_101);
    }

    private void Mount(string path, string options)
    {
        if (!Posix.TryMountTmpfs(path, options))
        {
            LogOnDisk(logger, path);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "No right to mount memory: volume {Path} is on disk")]
    private static partial void LogOnDisk(ILogger logger, string path);
}
