using System.Formats.Tar;
using System.Text;

namespace ActorKube.Host.Launcher.Images;

/// <summary>A root file system that is put together from files of this machine, as a tar archive. What is added twice is there once.</summary>
internal sealed class RootFileSystem : IAsyncDisposable
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;
    private const UnixFileMode Readable = (UnixFileMode)0b110_100_100;

    private readonly FileStream _file = new(Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly TarWriter _tar;

    public RootFileSystem() => _tar = new TarWriter(_file, TarEntryFormat.Pax, leaveOpen: true);

    /// <summary>A program, with the libraries that it needs where they are here.</summary>
    public async Task AddProgramAsync(string path, string target, CancellationToken cancellationToken)
    {
        await AddFileAsync(path, target, cancellationToken).ConfigureAwait(false);
        foreach (var library in await SharedLibraries.OfAsync(path, cancellationToken).ConfigureAwait(false))
        {
            await AddFileAsync(library, library, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A library that is loaded by its name at run time, if it is on this machine, with those that it needs.</summary>
    public async Task<bool> AddLibraryAsync(string name, CancellationToken cancellationToken)
    {
        if (await SharedLibraries.FindAsync(name, cancellationToken).ConfigureAwait(false) is not { } path)
        {
            return false;
        }

        await AddProgramAsync(path, path, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>A folder with all that is in it; libraries come with those that they need.</summary>
    /// <param name="isNeeded">Whether the file of that path is.</param>
    public async Task AddFolderAsync(string folder, string target, Func<string, bool> isNeeded, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(isNeeded).Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(target, Path.GetRelativePath(folder, file));
            await (IsNative(file) ? AddProgramAsync(file, path, cancellationToken) : AddFileAsync(file, path, cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>A link is followed: its target's content gets its name.</summary>
    public async Task AddFileAsync(string path, string target, CancellationToken cancellationToken)
    {
        if (!_paths.Add(target))
        {
            return;
        }

        await using var content = File.OpenRead(path);
        var mode = (File.GetUnixFileMode(content.SafeFileHandle) & UnixFileMode.UserExecute) == 0 ? Readable : Executable;
        await _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, target.TrimStart('/')) { Mode = mode, DataStream = content }, cancellationToken).ConfigureAwait(false);
    }

    public void AddText(string target, string text, bool isProgram = false)
    {
        _paths.Add(target);
        _tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, target.TrimStart('/')) { Mode = isProgram ? Executable : Readable, DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
    }

    public void AddDirectory(string target, UnixFileMode mode, int user = 0) =>
        _tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, target.TrimStart('/') + "/") { Mode = mode, Uid = user, Gid = user });

    /// <summary>The archive, from its beginning. Nothing can be added any more.</summary>
    public async Task<Stream> FinishAsync()
    {
        await _tar.DisposeAsync().ConfigureAwait(false);
        _file.Position = 0;
        return _file;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static bool IsNative(string file)
    {
        Span<byte> start = stackalloc byte[4];
        using var stream = File.OpenRead(file);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("\u007fELF"u8);
    }
}
