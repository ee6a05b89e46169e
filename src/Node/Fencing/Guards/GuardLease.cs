using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace ActorKube.NodeAgent.Fencing.Guards;

/// <summary>
/// The lease of a host's guard: a few numbers in a file that both processes have in memory, so that a renewal is a store and a look is a load, and a new process of either knows what the one
/// before knew. Each number is written and read in one piece. Layout, in the machine's byte order: the id of the boot (16 bytes), until when (8 bytes, in ticks of 100 ns since the boot), and whether the
/// guard is dismissed (8 bytes). A lease of an earlier boot is over.
/// </summary>
public sealed class GuardLease : IGuardLease, IDisposable
{
    private const int UntilIndex = 2;
    private const int DismissedIndex = 3;
    private const int Size = 4096;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly BootTime _time = BootTime.Instance;

    private GuardLease(MemoryMappedFile file)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, Size);
    }

    public TimeSpan Now => _time.Now;

    /// <summary>Until when the host may take itself for alive; <see cref="TimeSpan.MaxValue"/> for ever.</summary>
    public TimeSpan Until => new(Volatile.Read(ref Words[UntilIndex]));

    /// <summary>Whether the guard was told to end.</summary>
    public bool IsDismissed => Volatile.Read(ref Words[DismissedIndex]) != 0;

    private Span<long> Words => MemoryMarshal.Cast<byte, long>(Bytes);

    private unsafe Span<byte> Bytes
    {
        get
        {
            // Mapped until this is disposed; nobody uses it after that.
            byte* start = null;
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            return new Span<byte>(start + _view.PointerOffset, Size);
        }
    }

    /// <summary>Opens the lease, or makes one that is over. What is in it stays, unless the machine has started anew since.</summary>
    /// <exception cref="IOException">The file can't be opened.</exception>
    public static GuardLease Open(string path)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var lease = new GuardLease(MemoryMappedFile.CreateFromFile(stream, null, Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false));
        lease.Adopt(Boot.Id);
        return lease;
    }

    public void Renew(TimeSpan until) => Volatile.Write(ref Words[UntilIndex], until.Ticks);

    /// <summary>Tells the guard to end, or, before it is started, not to.</summary>
    public void Dismiss(bool value = true) => Volatile.Write(ref Words[DismissedIndex], value ? 1 : 0);

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private void Adopt(Guid boot)
    {
        var id = Bytes[..16];
        if (new Guid(id) != boot)
        {
            Renew(TimeSpan.Zero);
            boot.TryWriteBytes(id);
        }
    }

    private static class Boot
    {
        public static Guid Id { get; } = Guid.Parse(File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim());
    }
}
