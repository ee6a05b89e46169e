using ActorKube.Api.Kinds;
using ActorKube.Server.Discovery;
using ActorKube.Server.OpenApi.Schemas;

namespace ActorKube.Server.OpenApi.Operations;

/// <summary>The paths of a subresource.</summary>
internal static class SubresourceOperations
{
    public static IEnumerable<PathItem> Of(Kind parent, Subresource subresource, string path)
    {
        var factory = new OperationFactory(parent, ApiNames.Capitalized(subresource.Name), $"{parent.Name}'s {subresource.Name}");
        var kind = SubresourceModels.KindOf(parent, subresource);
        if (SubresourceModels.Of(parent, subresource) is { } model)
        {
            return [new PathItem(path, [.. subresource.Verbs.Select(verb => OnObject(factory, verb, kind, model.Name))])];
        }

        if (subresource.Name == "log")
        {
            return [new PathItem(path, [factory.GetText(Parameters.Log)])];
        }

        PathItem Connection(string to, bool withPath) => new(to, [.. Methods(subresource).Select(m => factory.Connect(m, kind, withPath))]);
        return subresource.Name == "proxy" ? [Connection(path, withPath: false), Connection(path + "/{path}", withPath: true)] : [Connection(path, withPath: false)];
    }

    private static Operation OnObject(OperationFactory factory, string verb, GroupVersionKind kind, string schema) => verb switch
    {
        "get" => factory.Get(kind, schema),
        "update" => factory.Replace(kind, schema),
        "patch" => factory.Patch(kind, schema),
        "create" => factory.Create(kind, schema),
        _ => throw new NotSupportedException($"subresources have no verb {verb}"),
    };

    /// <summary>The methods behind the verbs; what may be read may also be asked for its head and its options.</summary>
    private static IEnumerable<string> Methods(Subresource subresource) => subresource.Name == "proxy"
        ? ["delete", "get", "head", "options", "patch", "post", "put"]
        : ["get", "post"];
}
