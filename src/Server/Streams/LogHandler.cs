using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Server.Requests;
using ActorKube.Server.Rest;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Streams;

/// <summary>GET of <c>pods/NAME/log</c>.</summary>
public sealed class LogHandler(IPodStreams streams, StreamedPods pods) : ISubresourceHandler
{
    public async Task HandleAsync(ApiRequest request)
    {
        _ = Parse(request);
        if (pods.ForLog(request) is not { } target)
        {
            request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await WriteAsync(request, target).ConfigureAwait(false);
    }

    /// <summary>The part of a container's log that the request asks for.</summary>
    internal async Task WriteAsync(ApiRequest request, PodTarget target)
    {
        var query = Parse(request);
        var response = request.Http.Response;
        var chunks = await streams.ReadLogAsync(target, query, request.Aborted).ConfigureAwait(false);
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/plain";
        await response.StartAsync(request.Aborted).ConfigureAwait(false);
        await foreach (var chunk in chunks.WithCancellation(request.Aborted).ConfigureAwait(false))
        {
            await response.BodyWriter.WriteAsync(chunk, request.Aborted).ConfigureAwait(false);
        }
    }

    private static LogQuery Parse(ApiRequest request)
    {
        var errors = new FieldErrors();
        var query = new LogQuery
        {
            Previous = request.Flag("previous"),
            Follow = request.Flag("follow"),
            Timestamps = request.Flag("timestamps"),
            SinceSeconds = Number(request, "sinceSeconds"),
            TailLines = Number(request, "tailLines"),
            LimitBytes = Number(request, "limitBytes"),
            SinceTime = request.Query("sinceTime") is { Length: > 0 } text ? Time(text) : null,
        };
        Check(query.TailLines, "tailLines", 0, errors);
        Check(query.LimitBytes, "limitBytes", 1, errors);
        Check(query.SinceSeconds, "sinceSeconds", 1, errors);
        if (query is { SinceTime: not null, SinceSeconds: not null })
        {
            errors.Forbidden(FieldPath.Of(""), "at most one of `sinceTime` or `sinceSeconds` may be specified");
        }

        return errors.Any ? throw ApiErrors.Invalid("PodLogOptions", "", request.Path.Name, errors.All) : query;
    }

    private static void Check(long? value, string name, long least, FieldErrors errors)
    {
        if (value < least)
        {
            errors.Invalid(FieldPath.Of(name), value, string.Create(CultureInfo.InvariantCulture, $"must be greater than {(least == 0 ? "or equal to " : "")}0"));
        }
    }

    private static long? Number(ApiRequest request, string name) => request.Query(name) is not { Length: > 0 } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw ApiErrors.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax");

    private static DateTimeOffset Time(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : throw ApiErrors.BadRequest($"parsing time \"{text}\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"{text}\" as \"2006\"");
}
