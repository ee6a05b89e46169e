using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Server.OpenApi.Schemas;

namespace ActorKube.Server.OpenApi.Operations;

/// <summary>Makes the operations of a kind and of its subresources.</summary>
/// <param name="suffix">What identifiers end in: the subresource's name; "" for the kind itself.</param>
/// <param name="subject">What descriptions call the thing, where it isn't the kind.</param>
internal sealed class OperationFactory(Kind kind, string suffix = "", string? subject = null)
{
    private readonly string _scope = kind.Namespaced ? "Namespaced" : "";
    private readonly string _version = ApiNames.Identifier(kind.Group, kind.Version);
    private readonly string _tag = ApiNames.Tag(kind.Group, kind.Version);
    private readonly string _subject = subject ?? kind.Name;

    /// <summary>The kind itself, for an operation whose bodies are of it.</summary>
    public GroupVersionKind Self { get; } = new(kind.Group, kind.Version, kind.Name);

    private Parameter[] InCollection => kind.Namespaced ? [Parameters.Namespace] : [];

    private Parameter[] OfOne => [.. InCollection, Parameters.Name(kind.Name)];

    public Operation List(bool acrossNamespaces) => Make("get", "list", Id("list", acrossNamespaces), $"Lists or watches {_subject} objects.", Self) with
    {
        Parameters = [.. acrossNamespaces ? [] : InCollection, .. Parameters.List],
        Answers = [new Answer(200, ListSchema.NameOf(kind.Model), MediaTypes.Streams)],
    };

    public Operation WatchList(bool acrossNamespaces) =>
        Make("get", "watchlist", Id("watch", acrossNamespaces, "List"), $"Watches {_subject} objects. Deprecated: list them with the parameter watch.", Self) with
        {
            Parameters = [.. acrossNamespaces ? [] : InCollection, .. Parameters.List],
            Answers = [new Answer(200, WatchEvent.Model.Name, MediaTypes.Streams)],
        };

    public Operation WatchOne() =>
        Make("get", "watch", Id("watch"), $"Watches a {_subject}. Deprecated: list with the parameters watch and fieldSelector.", Self) with
        {
            Parameters = [.. OfOne, .. Parameters.List],
            Answers = [new Answer(200, WatchEvent.Model.Name, MediaTypes.Streams)],
        };

    public Operation Create(GroupVersionKind body, string schema) => Make("post", "post", Id("create"), $"Creates a {_subject}.", body) with
    {
        Parameters = [.. suffix.Length > 0 ? OfOne : InCollection, .. Parameters.Write],
        Body = new RequestBody(schema, MediaTypes.Any, Required: true),
        Answers = Succeed(schema, 200, 201, 202),
    };

    public Operation DeleteCollection(string answer) =>
        Make("delete", "deletecollection", $"delete{_version}Collection{_scope}{kind.Name}", $"Deletes {_subject} objects.", Self) with
        {
            Parameters = [.. InCollection, .. Parameters.DeleteCollection],
            Body = DeletionBody,
            Answers = Succeed(answer, 200),
        };

    public Operation Get(GroupVersionKind body, string schema) => Make("get", "get", Id("read"), $"Reads a {_subject}.", body) with
    {
        Parameters = [.. OfOne, Parameters.Pretty],
        Answers = Succeed(schema, 200),
    };

    public Operation GetText(IReadOnlyList<Parameter> parameters) => Make("get", "get", Id("read"), $"Reads a {_subject}.", Self) with
    {
        Parameters = [.. OfOne, .. parameters],
        Answers = [new Answer(200, null, MediaTypes.Text)],
    };

    public Operation Replace(GroupVersionKind body, string schema) => Make("put", "put", Id("replace"), $"Replaces a {_subject}.", body) with
    {
        Parameters = [.. OfOne, .. Parameters.Write],
        Body = new RequestBody(schema, MediaTypes.Any, Required: true),
        Answers = Succeed(schema, 200, 201),
    };

    public Operation Patch(GroupVersionKind body, string schema) => Make("patch", "patch", Id("patch"), $"Changes parts of a {_subject}.", body) with
    {
        Parameters = [.. OfOne, .. Parameters.Patch],
        Body = new RequestBody(WellKnownSchemas.Patch, MediaTypes.Patches, Required: true),
        Answers = Succeed(schema, 200, 201),
    };

    public Operation Delete(string answer) => Make("delete", "delete", Id("delete"), $"Deletes a {_subject}.", Self) with
    {
        Parameters = [.. OfOne, .. Parameters.Delete],
        Body = DeletionBody,
        Answers = Succeed(answer, 200, 202),
    };

    /// <summary>Passes a request of that method on, or turns it into a stream.</summary>
    /// <param name="withPath">The path of the request that is passed on follows.</param>
    public Operation Connect(string method, GroupVersionKind options, bool withPath) =>
        Make(method, "connect", $"connect{_version}{ApiNames.Capitalized(method)}{_scope}{kind.Name}{suffix}{(withPath ? "WithPath" : "")}", $"Connects to a {_subject}.", options) with
        {
            Parameters = [.. OfOne, .. Parameters.Connect(options.Kind), .. withPath ? [Parameters.ProxiedPath] : Array.Empty<Parameter>()],
            Answers = [new Answer(200, null, MediaTypes.Any)],
        };

    private static RequestBody DeletionBody => new(DeleteOptions.Model.Name, MediaTypes.Any, Required: false);

    private static Answer[] Succeed(string schema, params int[] codes) => [.. codes.Select(c => new Answer(c, schema, MediaTypes.Objects))];

    private string Id(string verb, bool acrossNamespaces = false, string plural = "") => acrossNamespaces
        ? $"{verb}{_version}{kind.Name}{plural}ForAllNamespaces"
        : $"{verb}{_version}{_scope}{kind.Name}{suffix}{plural}";

    private Operation Make(string method, string action, string id, string doc, GroupVersionKind body) =>
        new(method, id, doc, _tag) { Action = action, Kind = body, Answers = [] };
}
