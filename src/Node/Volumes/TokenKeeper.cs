using System.Collections.Concurrent;

namespace ActorKube.NodeAgent.Volumes;

/// <summary>A token, and when there is to be another one in its place.</summary>
internal sealed record KeptToken(string Text, DateTimeOffset Expires, DateTimeOffset RenewAt);

/// <summary>
/// The tokens of this node's pods, each renewed when 80 % of its life are over, or after a day. Follows
/// <c>kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken</c>. Thread-safe.
/// </summary>
internal sealed class TokenKeeper(IServiceAccountTokens source, TimeProvider time)
{
    /// <summary>Of a token that lasts an hour the last 12 minutes are for programs that read it late.</summary>
    private const double UsedShare = 0.8;

    private static readonly TimeSpan LongestUse = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<ServiceAccountTokenRequest, KeptToken> _kept = new();

    /// <exception cref="Api.Errors.ApiException">It is refused.</exception>
    public async ValueTask<KeptToken> GetAsync(ServiceAccountTokenRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(request, out var kept) && kept.RenewAt > now)
        {
            return kept;
        }

        Forget(now);
        var token = await source.RequestAsync(request, cancellationToken);
        var use = (token.Expires - now) * UsedShare;
        return _kept[request] = new KeptToken(token.Text, token.Expires, now + (use < LongestUse ? use : LongestUse));
    }

    /// <summary>The tokens of pods that are gone are asked for no more.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var entry in _kept)
        {
            if (entry.Value.Expires < now)
            {
                _kept.TryRemove(entry);
            }
        }
    }
}
