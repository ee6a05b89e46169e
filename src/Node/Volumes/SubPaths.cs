using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent.Volumes;

/// <summary>A path inside a volume, which a pod may fill with links: whatever they say, the result is inside.</summary>
internal static class SubPaths
{
    private const int MostLinks = 40;

    /// <param name="create">Make a directory where there is nothing.</param>
    /// <returns>The path without links.</returns>
    /// <exception cref="ConfigException">It leads out of the volume, or there is nothing.</exception>
    public static string Resolve(string root, string subPath, string volume, bool create)
    {
        if (Path.IsPathRooted(subPath) || subPath.Split('/').Contains(".."))
        {
            throw new ConfigException($"subPath \"{subPath}\" must not be an absolute path and must not contain \"..\"");
        }

        var realRoot = RealPath(Path.GetFullPath(root));
        var path = RealPath(Path.Combine(realRoot, subPath));
        if (path != realRoot && !path.StartsWith(realRoot + "/", StringComparison.Ordinal))
        {
            throw new ConfigException($"failed to prepare subPath for volumeMount \"{volume}\": subpath \"{subPath}\" not within volume path");
        }

        if (!Path.Exists(path))
        {
            if (!create)
            {
                throw new ConfigException($"failed to prepare subPath for volumeMount \"{volume}\": {subPath}: no such file or directory");
            }

            Directory.CreateDirectory(path);
        }

        return path;
    }

    /// <summary>The path with every link on the way followed; what doesn't exist stays as written.</summary>
    private static string RealPath(string path)
    {
        var done = "/";
        var rest = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        for (var links = 0; rest.TryPop(out var part);)
        {
            if (part is "." or "..")
            {
                done = part == ".." ? Path.GetDirectoryName(done) ?? "/" : done;
                continue;
            }

            var next = Path.Combine(done, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                done = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new ConfigException($"too many levels of symbolic links in {path}");
            }

            done = target.StartsWith('/') ? "/" : done;
            foreach (var piece in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                rest.Push(piece);
            }
        }

        return done;
    }
}
