using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Rest;

/// <summary>
/// Reads that must not be older than a revision, or, without one, than what any host has acknowledged. The latter goes on from the view while the journal is away: old, and better than none.
/// </summary>
internal static class FreshReads
{
    /// <summary>How long a read waits for a revision that the view hasn't reached.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <exception cref="ApiException">500 for a text that is no revision, 504 for a revision from the future.</exception>
    public static async ValueTask WaitAsync(ObjectCommands store, string resourceVersion, CancellationToken cancellationToken)
    {
        if (resourceVersion.Length == 0)
        {
            await store.TryCatchUpAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var view = store.View;
        var revision = Parse(resourceVersion);
        if (revision <= view.Revision)
        {
            return;
        }

        using var timeout = new CancellationTokenSource(Patience, store.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await view.WaitForAsync(revision, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            throw ApiErrors.Of(504, StatusReason.Timeout, $"Timeout: Too large resource version: {revision}, current: {view.Revision}", new StatusDetails
            {
                Causes = [new StatusCause { Reason = "ResourceVersionTooLarge", Message = "Too large resource version" }],
                RetryAfterSeconds = 1,
            });
        }
    }

    /// <summary>0 for "", which asks for whatever is newest.</summary>
    public static long Parse(string resourceVersion) => resourceVersion.Length == 0 ? 0
        : Revisions.TryParse(resourceVersion, out var revision) ? revision
        : throw ApiErrors.Of(500, "", $"resourceVersion: Invalid value: \"{resourceVersion}\": strconv.ParseUint: parsing \"{resourceVersion}\": invalid syntax");
}
