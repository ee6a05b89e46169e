using ActorKube.Api.Errors;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Negotiation;

/// <summary>Chooses the format of an answer by the request's Accept header.</summary>
public static class AcceptNegotiation
{
    public const string Accepted = "application/json, application/yaml, application/vnd.kubernetes.protobuf";

    public const string AcceptedStreams = "application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch";

    private static readonly string[] Browsers = ["Mozilla/5.0", "curl", "Wget"];

    /// <summary>The format for a resource of the API.</summary>
    /// <param name="isCollection">The path is that of a collection, which can be watched too.</param>
    /// <exception cref="ApiException">406.</exception>
    public static ResponseFormat Resource(HttpRequest request, bool isCollection)
    {
        var header = request.Headers.Accept.ToString();
        if (header.Length == 0)
        {
            return ResponseFormat.Plain with { Pretty = Pretty(request, null) };
        }

        var known = false;
        foreach (var range in MediaType.ParseAccept(header))
        {
            if (EncodingOf(range.Name) is not { } encoding)
            {
                continue;
            }

            known = true;
            if (ShapeOf(range, encoding) is { } shape)
            {
                return new ResponseFormat(encoding, shape, range["v"], Pretty(request, range));
            }
        }

        throw known
            ? ApiErrors.NotAcceptable($"only the following media types are accepted: {Accepted}")
            : ApiErrors.Of(
                406,
                StatusReason.NotAcceptable,
                $"406: Not Acceptable\n\nAvailable representations: {Accepted}{(isCollection && request.Method == "GET" ? ", " + AcceptedStreams : "")}",
                new Api.Meta.StatusDetails());
    }

    /// <summary>The format for an error: what the client asked for where that can be had, else JSON.</summary>
    public static ResponseFormat Error(HttpRequest request)
    {
        foreach (var range in MediaType.ParseAccept(request.Headers.Accept.ToString()))
        {
            if (EncodingOf(range.Name) is { } encoding)
            {
                // There is no Table of protobuf.
                encoding = encoding == Encoding.Protobuf && range["as"].Length > 0 ? Encoding.Json : encoding;
                return new ResponseFormat(encoding, Shape.Full, "", Pretty(request, range));
            }
        }

        return ResponseFormat.Plain with { Pretty = Pretty(request, null) };
    }

    private static Encoding? EncodingOf(string name) => name switch
    {
        MediaType.Json or "*/*" or "application/*" => Encoding.Json,
        MediaType.Yaml => Encoding.Yaml,
        MediaType.Protobuf => Encoding.Protobuf,
        _ => null,
    };

    private static Shape? ShapeOf(MediaType range, Encoding encoding) => (range["as"], range["g"], range["v"]) switch
    {
        ("", _, _) => Shape.Full,
        ("Table", "meta.k8s.io", "v1" or "v1beta1") when encoding != Encoding.Protobuf => Shape.Table,
        ("PartialObjectMetadata", "meta.k8s.io", "v1" or "v1beta1") => Shape.Metadata,
        ("PartialObjectMetadataList", "meta.k8s.io", "v1" or "v1beta1") => Shape.MetadataList,
        _ => null,
    };

    private static bool Pretty(HttpRequest request, MediaType? range)
    {
        if (request.Query.TryGetValue("pretty", out var asked) && asked[0] is { Length: > 0 } text)
        {
            return text is "1" or "t" or "T" or "true" or "True" or "TRUE";
        }

        var agent = request.Headers.UserAgent.ToString();
        return range?["pretty"] == "1" || Browsers.Any(b => agent.StartsWith(b, StringComparison.Ordinal));
    }
}
