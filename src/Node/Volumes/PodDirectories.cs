namespace ActorKube.NodeAgent.Volumes;

/// <summary>Where the files of pods are: <c>DATA/pods/UID/volumes/NAME</c> and, for termination messages, <c>DATA/pods/UID/containers/NAME/ATTEMPT</c>.</summary>
/// <param name="areUsed">False where no process reads or writes them: then there are none.</param>
internal sealed class PodDirectories(string dataDirectory, bool areUsed = true)
{
    public bool AreUsed => areUsed;

    private string Pods { get; } = Path.Combine(dataDirectory, "pods");

    public string Volumes(string uid) => Path.Combine(Pods, uid, "volumes");

    public string Volume(string uid, string name) => Path.Combine(Volumes(uid), name);

    public string TerminationLog(string uid, string container, int attempt) =>
        Path.Combine(Pods, uid, "containers", container, attempt.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Uids of the pods that have left something.</summary>
    public IReadOnlyList<string> List() => areUsed && Directory.Exists(Pods) ? [.. Directory.EnumerateDirectories(Pods).Select(p => Path.GetFileName(p))] : [];

    /// <summary>Takes everything of a pod away. Gone already is no error.</summary>
    public void Remove(string uid)
    {
        if (!areUsed)
        {
            return;
        }

        if (Directory.Exists(Volumes(uid)))
        {
            // A link leads to what isn't the pod's own.
            foreach (var volume in Directory.EnumerateDirectories(Volumes(uid)).Where(static v => new FileInfo(v).LinkTarget is null))
            {
                Posix.Unmount(volume);
            }
        }

        var directory = Path.Combine(Pods, uid);
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
