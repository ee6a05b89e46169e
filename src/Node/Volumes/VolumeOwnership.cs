namespace ActorKube.NodeAgent.Volumes;

/// <summary>Gives the files of a volume to the pod's fsGroup: the group may read, and write where the volume can be written, and new files inherit it.</summary>
internal static class VolumeOwnership
{
    private const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead;
    private const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite;
    private const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.SetGroup;

    public static void Apply(string path, long? group, bool readOnly)
    {
        if (group is not { } id)
        {
            return;
        }

        var added = readOnly ? Read : Read | Write;
        foreach (var entry in Directory.EnumerateFileSystemEntries(path, "*", SearchOption.AllDirectories).Prepend(path))
        {
            // Links have no mode; their group is changed and not that of what they lead to, which comes by itself.
            if (Posix.TryChangeGroup(entry, (uint)id) && new FileInfo(entry).LinkTarget is null)
            {
                var mode = Posix.Mode(entry) | added;
                Posix.SetMode(entry, Directory.Exists(entry) ? mode | Enter : mode);
            }
        }
    }
}
