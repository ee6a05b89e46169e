using System.Globalization;
using ActorKube.Api.Errors;

namespace ActorKube.Server.Requests;

/// <summary>The query parameters of a list or watch, checked as Kubernetes checks ListOptions.</summary>
public sealed record ListQuery
{
    public required Selection Selection { get; init; }

    /// <summary>"" where none is given.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary>"", Exact or NotOlderThan.</summary>
    public string ResourceVersionMatch { get; init; } = "";

    /// <summary>Most items of a page; 0 for no limit.</summary>
    public long Limit { get; init; }

    public string Continue { get; init; } = "";

    public TimeSpan? Timeout { get; init; }

    public bool Watch { get; init; }

    public bool AllowBookmarks { get; init; }

    public bool? SendInitialEvents { get; init; }

    /// <exception cref="ApiException">400 or 422.</exception>
    public static ListQuery Parse(ApiRequest request)
    {
        var watch = request.Path.IsWatch || request.Flag("watch");
        var query = new ListQuery
        {
            Selection = Selection.Parse(request),
            ResourceVersion = request.Query("resourceVersion") ?? "",
            ResourceVersionMatch = request.Query("resourceVersionMatch") ?? "",
            Limit = Number(request.Query("limit")),
            Continue = request.Query("continue") ?? "",
            Timeout = request.Query("timeoutSeconds") is { Length: > 0 } timeout ? TimeSpan.FromSeconds(Number(timeout)) : null,
            Watch = watch,
            AllowBookmarks = request.Flag("allowWatchBookmarks"),
            SendInitialEvents = request.Query("sendInitialEvents") is { Length: > 0 } send ? send is not ("false" or "0") : null,
        };
        var errors = new FieldErrors();
        ListQueryValidation.Validate(query, errors);
        return errors.Any ? throw ApiErrors.Invalid("ListOptions", "meta.k8s.io", "", errors.All) : WithDefaults(query);
    }

    /// <summary>A watch from no revision of its own begins with all there is, and says where that ends.</summary>
    private static ListQuery WithDefaults(ListQuery query) => query is { Watch: true, SendInitialEvents: null, ResourceVersion: "" or "0" }
        ? query with { SendInitialEvents = true, ResourceVersionMatch = "NotOlderThan" }
        : query;

    private static long Number(string? text) => text is null or "" ? 0
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw ApiErrors.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax");
}
