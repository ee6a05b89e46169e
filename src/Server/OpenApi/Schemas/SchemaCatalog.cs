using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;
using ActorKube.Server.Discovery;

namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>All schemas that operations on a server's kinds can refer to, by name. Immutable and thread-safe.</summary>
internal sealed class SchemaCatalog
{
    private readonly Dictionary<string, IReadOnlyList<GroupVersionKind>> _kinds = [];
    private readonly Dictionary<string, NamedSchema> _schemas = WellKnownSchemas.All.ToDictionary(s => s.Name, StringComparer.Ordinal);

    public SchemaCatalog(KindRegistry kinds)
    {
        List<TypeModel> roots = [.. AddMeta()];
        foreach (var kind in kinds.All)
        {
            var name = new GroupVersionKind(kind.Group, kind.Version, kind.Name);
            roots.Add(AddKind(kind.Model, [name]));
            if (kind.Verbs.Contains("list"))
            {
                var list = new ListSchema(kind.Model, name);
                _schemas.Add(list.Name, list);
            }

            foreach (var subresource in Subresources.Of(kind))
            {
                if (SubresourceModels.Of(kind, subresource) is { } model)
                {
                    roots.Add(AddKind(model, [SubresourceModels.KindOf(kind, subresource)]));
                }
            }
        }

        foreach (var root in roots)
        {
            AddModel(root);
        }
    }

    /// <summary>The schemas of these names and all that they refer to, by name.</summary>
    public IReadOnlyList<NamedSchema> Closure(IEnumerable<string> names)
    {
        var found = new SortedDictionary<string, NamedSchema>(StringComparer.Ordinal);
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            if (found.TryAdd(name, _schemas[name]))
            {
                foreach (var reference in _schemas[name].References)
                {
                    open.Push(reference);
                }
            }
        }

        return [.. found.Values];
    }

    private IEnumerable<TypeModel> AddMeta()
    {
        yield return AddKind(DeleteOptions.Model, MetaVersions.Of("DeleteOptions"));
        yield return AddKind(WatchEvent.Model, MetaVersions.Of("WatchEvent"));
        foreach (var model in (TypeModel[])[Status.Model, APIVersions.Model, APIGroup.Model, APIGroupList.Model, APIResourceList.Model])
        {
            yield return AddKind(model, [new GroupVersionKind("", "v1", model.ShortName)]);
        }

        yield return ListMeta.Model;
        yield return VersionInfo.Model;
    }

    /// <summary>The first to name a type's kinds is right: a kind before the parents whose subresource it is.</summary>
    private TypeModel AddKind(TypeModel model, IReadOnlyList<GroupVersionKind> kinds)
    {
        _kinds.TryAdd(model.Name, kinds);
        return model;
    }

    private void AddModel(TypeModel model)
    {
        if (!_schemas.TryAdd(model.Name, new ModelSchema(model, _kinds.GetValueOrDefault(model.Name, []))))
        {
            return;
        }

        foreach (var field in model.Fields)
        {
            if (ValueReferences.Innermost(field.Type) is ObjectModel nested)
            {
                AddModel(nested.Type);
            }
        }
    }
}
