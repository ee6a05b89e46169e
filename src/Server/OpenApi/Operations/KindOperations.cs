using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Server.Discovery;

namespace ActorKube.Server.OpenApi.Operations;

/// <summary>The paths of a kind, as far as its verbs and subresources go.</summary>
internal sealed class KindOperations
{
    private readonly Kind _kind;
    private readonly OperationFactory _factory;

    /// <summary>The collection: within a namespace for a kind that lives in them.</summary>
    private readonly string _collection;

    private KindOperations(Kind kind)
    {
        _kind = kind;
        _factory = new OperationFactory(kind);
        _collection = (kind.Namespaced ? "namespaces/{namespace}/" : "") + kind.Plural;
    }

    public static IReadOnlyList<PathItem> Of(Kind kind) => new KindOperations(kind).All();

    private List<PathItem> All()
    {
        var root = ApiNames.Root(_kind.Group, _kind.Version);
        List<PathItem> items = [];
        Add(items, $"{root}/{_collection}", Collection());
        Add(items, $"{root}/{_collection}/{{name}}", One());
        if (_kind.Namespaced)
        {
            Add(items, $"{root}/{_kind.Plural}", When("list", () => _factory.List(acrossNamespaces: true)));
            Add(items, $"{root}/watch/{_kind.Plural}", When("watch", () => _factory.WatchList(acrossNamespaces: true)));
        }

        Add(items, $"{root}/watch/{_collection}", When("watch", () => _factory.WatchList(acrossNamespaces: false)));
        Add(items, $"{root}/watch/{_collection}/{{name}}", When("watch", _factory.WatchOne));
        foreach (var subresource in Subresources.Of(_kind))
        {
            items.AddRange(SubresourceOperations.Of(_kind, subresource, $"{root}/{_collection}/{{name}}/{subresource.Name}"));
        }

        return items;
    }

    private IEnumerable<Operation> Collection() =>
    [
        .. When("list", () => _factory.List(acrossNamespaces: false)),
        .. When("create", () => _factory.Create(_factory.Self, _kind.Model.Name)),
        .. When("deletecollection", () => _factory.DeleteCollection(Status.Model.Name)),
    ];

    private IEnumerable<Operation> One() =>
    [
        .. When("get", () => _factory.Get(_factory.Self, _kind.Model.Name)),
        .. When("update", () => _factory.Replace(_factory.Self, _kind.Model.Name)),
        .. When("patch", () => _factory.Patch(_factory.Self, _kind.Model.Name)),
        .. When("delete", () => _factory.Delete(_kind.ReturnsDeleted ? _kind.Model.Name : Status.Model.Name)),
    ];

    private Operation[] When(string verb, Func<Operation> make) => _kind.Verbs.Contains(verb) ? [make()] : [];

    private static void Add(List<PathItem> items, string path, IEnumerable<Operation> operations)
    {
        Operation[] all = [.. operations];
        if (all.Length > 0)
        {
            items.Add(new PathItem(path, all));
        }
    }
}
