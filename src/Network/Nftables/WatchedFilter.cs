using ActorKube.Network.Kernel;

namespace ActorKube.Network.Nftables;

/// <summary>
/// nftables, and whether others may have changed anything: each transaction moves the kernel's number of its state by one, so any other move was somebody else's. Not thread-safe.
/// </summary>
internal sealed class WatchedFilter(INftables nftables) : IDisposable
{
    private readonly FilterGeneration _generation = new();
    private uint _seen;
    private bool _suspect = true;

    /// <summary>Nobody else has done anything since <see cref="Looked"/>.</summary>
    public bool IsUntouched => _generation.Read() == _seen && !_suspect;

    /// <summary>What there is now will be looked at next.</summary>
    public void Looked() => (_seen, _suspect) = (_generation.Read(), false);

    public string Read(string commands) => nftables.Run(commands, asJson: true);

    public void Run(string commands) => Run(() => nftables.Run(commands));

    /// <param name="transaction">At most one.</param>
    public void Run(Action transaction)
    {
        var before = _generation.Read();
        transaction();
        if (_generation.Read() == before)
        {
            return;
        }

        _suspect |= before != _seen;
        _seen = _generation.Read();
        _suspect |= _seen != before + 1;
    }

    public void Dispose()
    {
        nftables.Dispose();
        _generation.Dispose();
    }
}
