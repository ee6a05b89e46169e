using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Server.Authentication;

namespace ActorKube.Host.Pki;

/// <summary>What all hosts of a cluster must have in common and nobody else may see: made by the first host, kept in the journal as a Secret of kube-system, sealed with the cluster's token.</summary>
internal sealed class ClusterSecrets(ObjectCommands store, string token)
{
    private const string Type = "actorkube.io/sealed";
    private const string Entry = "sealed";

    private static readonly WriteOptions Writes = new() { User = Users.System, Cause = "bootstrap" };

    /// <summary>The secret of that name; made if this is the first host to ask.</summary>
    /// <exception cref="WrongTokenException">It was sealed with another token.</exception>
    public async Task<string> OpenAsync(string name, Func<string> create, CancellationToken cancellationToken)
    {
        var key = new ObjectKey("secrets", "kube-system", name);
        if (Read(key) is { } found)
        {
            return found;
        }

        try
        {
            var secret = new Secret
            {
                Metadata = new ObjectMeta { Name = key.Name, Namespace = key.Namespace },
                Type = Type,
                Immutable = true,
                Data = new Dictionary<string, ReadOnlyMemory<byte>> { [Entry] = SealedText.Seal(create(), token) },
            };
            await store.CreateAsync(store.Kinds.Stored(key.Resource), secret, Writes, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Code == 409)
        {
            // Another host was first: its secret counts.
        }

        return Read(key) ?? throw new InvalidOperationException($"The secret {key} has vanished.");
    }

    private string? Read(ObjectKey key) => store.View.Snapshot().Get(key)?.Read<Secret>().Data?.GetValueOrDefault(Entry) is { Length: > 0 } data
        ? SealedText.Open(data.ToArray(), token) ?? throw new WrongTokenException()
        : null;
}

/// <summary>The token isn't that of the cluster.</summary>
public sealed class WrongTokenException() : Exception("The token is not the one that this cluster was made with.");
