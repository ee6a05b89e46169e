using System.Buffers;
using System.IO.Pipelines;
using ActorKube.Api.Errors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Views.Watching;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Rest;

/// <summary>
/// GET of a collection with <c>watch=true</c>: events as they come, one JSON document a line. A watcher walks the view's event log itself;
/// the bytes of an event are made once for all watchers.
/// </summary>
public sealed class WatchHandler(ObjectCommands store, EncoderCache encoders)
{
    /// <summary>How long a watch lasts when the client doesn't say.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(45);

    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromMinutes(1);

    /// <summary>A last bookmark is sent this long before the end.</summary>
    private static readonly TimeSpan BeforeEnd = TimeSpan.FromSeconds(2);

    /// <summary>Bytes that may wait to be sent while events keep coming.</summary>
    private const int FlushSize = 64 * 1024;

    public async Task HandleAsync(ApiRequest request, ListQuery query)
    {
        if (request.Format.Encoding == Encoding.Yaml)
        {
            throw ApiErrors.NotAcceptable($"only the following media types are accepted: {AcceptNegotiation.AcceptedStreams}");
        }

        // Every client that reads protobuf reads JSON too, and events are kept as JSON.
        request = request.Format.Encoding == Encoding.Protobuf ? request.With(request.Format with { Encoding = Encoding.Json }) : request;
        var after = FreshReads.Parse(query.ResourceVersion);
        var frames = new WatchFrames(request, encoders, store.Time);
        var timeout = query.Timeout is { Ticks: > 0 } asked ? asked : DefaultTimeout;
        using var ended = new CancellationTokenSource(timeout, store.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, request.Aborted);
        var response = request.Http.Response;
        response.StatusCode = 200;
        response.ContentType = request.Format.ContentType;
        await response.StartAsync(request.Aborted).ConfigureAwait(false);
        await response.BodyWriter.FlushAsync(request.Aborted).ConfigureAwait(false);
        try
        {
            var withState = query.SendInitialEvents ?? after == 0;
            if (withState)
            {
                await FreshReads.WaitAsync(store, query.ResourceVersion, either.Token).ConfigureAwait(false);
            }

            var cursor = withState ? WriteState(request, query, frames, response.BodyWriter) : store.View.Watch(request.Stored.Resource, after);
            await FollowAsync(cursor, request, query, frames, store.Time.GetUtcNow() + timeout, either.Token).ConfigureAwait(false);
        }
        catch (RevisionExpiredException)
        {
            response.BodyWriter.Write(WatchFrames.Error(ApiErrors.Expired($"too old resource version: {after} ({store.View.Revision})").Status).Span);
            await response.BodyWriter.FlushAsync(request.Aborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client's time is up: a watch ends without a word.
        }
    }

    /// <summary>What there is already, as if it had just been added.</summary>
    private WatchCursor WriteState(ApiRequest request, ListQuery query, WatchFrames frames, PipeWriter writer)
    {
        var snapshot = store.View.Snapshot();
        var space = request.Path.Namespace;
        foreach (var item in SelectedObjects.Of(snapshot, request.Stored.Resource, space.Length == 0 ? null : space, query.Selection))
        {
            writer.Write(frames.Added(item).Span);
        }

        if (query is { SendInitialEvents: true, AllowBookmarks: true })
        {
            writer.Write(frames.Bookmark(snapshot.Revision, isEndOfState: true).Span);
        }

        return store.View.Watch(request.Stored.Resource, snapshot.Revision);
    }

    private async Task FollowAsync(WatchCursor cursor, ApiRequest request, ListQuery query, WatchFrames frames, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var writer = request.Http.Response.BodyWriter;
        var filter = new WatchFilter(request.Path.Namespace, query.Selection);
        var nextBookmark = query.AllowBookmarks ? Earlier(store.Time.GetUtcNow() + BookmarkInterval, end - BeforeEnd) : DateTimeOffset.MaxValue;
        while (true)
        {
            while (cursor.TryRead(out var change))
            {
                if (filter.Apply(change) is { } type)
                {
                    writer.Write(frames.Of(change, type).Span);
                    if (writer.UnflushedBytes > FlushSize)
                    {
                        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                    }
                }
            }

            var now = store.Time.GetUtcNow();
            if (now >= nextBookmark)
            {
                writer.Write(frames.Bookmark(cursor.Revision, isEndOfState: false).Span);
                nextBookmark = now + BookmarkInterval >= end ? (now < end - BeforeEnd ? end - BeforeEnd : DateTimeOffset.MaxValue) : now + BookmarkInterval;
            }

            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            await WaitAsync(cursor, nextBookmark, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Until an event comes or a bookmark is due.</summary>
    private async ValueTask WaitAsync(WatchCursor cursor, DateTimeOffset bookmark, CancellationToken cancellationToken)
    {
        if (bookmark == DateTimeOffset.MaxValue)
        {
            await cursor.WaitAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var left = bookmark - store.Time.GetUtcNow();
        using var due = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, store.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellationToken);
        try
        {
            await cursor.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (due.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Time for the bookmark.
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
