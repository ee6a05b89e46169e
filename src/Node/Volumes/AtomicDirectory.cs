namespace ActorKube.NodeAgent.Volumes;

/// <summary>
/// A directory whose files change all at once. Readers see links that never change, through <c>..data</c>, to a directory that never changes:
/// <code>
/// app.conf -> ..data/app.conf     ..data -> ..2030_01_01_00_00_00.0000000     ..2030_01_01_00_00_00.0000000/app.conf
/// </code>
/// An update writes a new directory and renames a new <c>..data</c> over the old one. The layout is the kubelet's, which programs watch for changes of.
/// </summary>
internal static class AtomicDirectory
{
    private const string Data = "..data";

    /// <summary>Makes the directory show exactly these files, by their relative paths. Returns whether something has changed.</summary>
    public static bool Write(string directory, IReadOnlyDictionary<string, VolumeFile> files, DateTimeOffset now)
    {
        Directory.CreateDirectory(directory);
        var data = Path.Combine(directory, Data);
        var old = new FileInfo(data).LinkTarget;
        if (old is not null && IsSame(Path.Combine(directory, old), files))
        {
            return false;
        }

        var fresh = $"..{now.UtcDateTime:yyyy_MM_dd_HH_mm_ss.fffffff}";
        WriteFiles(Path.Combine(directory, fresh), files);
        var temporary = Path.Combine(directory, "..data_tmp");
        File.Delete(temporary);
        File.CreateSymbolicLink(temporary, fresh);
        Posix.Rename(temporary, data);
        LinkEntries(directory, files);
        if (old is not null && old != fresh)
        {
            Directory.Delete(Path.Combine(directory, old), recursive: true);
        }

        return true;
    }

    private static bool IsSame(string directory, IReadOnlyDictionary<string, VolumeFile> files)
    {
        var present = Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).ToList() : [];
        return present.Count == files.Count && present.TrueForAll(path =>
            files.TryGetValue(Path.GetRelativePath(directory, path), out var file)
            && file.Equals(new VolumeFile(File.ReadAllBytes(path), (int)Posix.Mode(path))));
    }

    private static void WriteFiles(string directory, IReadOnlyDictionary<string, VolumeFile> files)
    {
        Directory.CreateDirectory(directory);
        foreach (var (path, file) in files)
        {
            var full = Path.Combine(directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, file.Content.Span);

            // Set apart from the creation, which the process's umask cuts.
            Posix.SetMode(full, (UnixFileMode)file.Mode);
        }
    }

    /// <summary>A link for each first part of a path; those that lead nowhere now go.</summary>
    private static void LinkEntries(string directory, IReadOnlyDictionary<string, VolumeFile> files)
    {
        var entries = files.Keys.Select(static path => path.Split('/', 2)[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var link in Directory.EnumerateFileSystemEntries(directory).Where(p => !Path.GetFileName(p).StartsWith("..", StringComparison.Ordinal)))
        {
            if (!entries.Remove(Path.GetFileName(link)))
            {
                File.Delete(link);
            }
        }

        foreach (var entry in entries)
        {
            File.CreateSymbolicLink(Path.Combine(directory, entry), Data + "/" + entry);
        }
    }
}
