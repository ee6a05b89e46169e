using System.Runtime.InteropServices;

namespace ActorKube.Network.Nftables;

/// <summary>
/// nft as a library: a change costs a few milliseconds instead of the start of a process. It acts on the network namespace of the thread that made it, whoever calls it later.
/// </summary>
internal sealed partial class Libnftables : INftables
{
    private const string Library = NftablesLibrary.Name;
    private const uint JsonFlag = 1 << 4;
    private nint _context;

    /// <exception cref="NftablesException">The library isn't installed.</exception>
    public Libnftables()
    {
        try
        {
            _context = nft_ctx_new(0);
        }
        catch (DllNotFoundException)
        {
            throw new NftablesException($"{Library} is not installed (package nftables)");
        }

        if (_context == 0 || nft_ctx_buffer_output(_context) != 0 || nft_ctx_buffer_error(_context) != 0)
        {
            throw new NftablesException($"{Library} can't be set up");
        }
    }

    public string Run(string commands, bool asJson = false)
    {
        ObjectDisposedException.ThrowIf(_context == 0, this);
        nft_ctx_output_set_flags(_context, asJson ? JsonFlag : 0);
        var failed = nft_run_cmd_from_buffer(_context, commands) != 0;

        // Reading empties a buffer.
        var error = Text(nft_ctx_get_error_buffer(_context));
        var output = Text(nft_ctx_get_output_buffer(_context));
        return failed ? throw new NftablesException(FirstLine(error)) : output;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _context, 0) is var context and not 0)
        {
            nft_ctx_free(context);
        }
    }

    private static string Text(nint buffer) => Marshal.PtrToStringUTF8(buffer) ?? "";

    private static string FirstLine(string error) => error.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : "nft failed without a word";

    [LibraryImport(Library)]
    private static partial nint nft_ctx_new(uint flags);

    [LibraryImport(Library)]
    private static partial void nft_ctx_free(nint context);

    [LibraryImport(Library)]
    private static partial int nft_ctx_buffer_output(nint context);

    [LibraryImport(Library)]
    private static partial int nft_ctx_buffer_error(nint context);

    [LibraryImport(Library)]
    private static partial nint nft_ctx_get_output_buffer(nint context);

    [LibraryImport(Library)]
    private static partial nint nft_ctx_get_error_buffer(nint context);

    [LibraryImport(Library)]
    private static partial void nft_ctx_output_set_flags(nint context, uint flags);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int nft_run_cmd_from_buffer(nint context, string commands);
}
