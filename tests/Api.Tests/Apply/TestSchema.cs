using System.Text.Json.Nodes;
using ActorKube.Api.Apply;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Tests.Apply;

/// <summary>Types that have every way of dividing ownership, close to real ones.</summary>
internal static class TestSchema
{
    private static readonly TypeModel Port = new("test.Port",
    [
        new("containerPort", ValueModel.Int32),
        new("protocol", ValueModel.String) { Default = "\"TCP\"" },
        new("name", ValueModel.String),
    ]);

    private static readonly TypeModel Env = new("test.Env", [new("name", ValueModel.String), new("value", ValueModel.String)]);

    private static readonly TypeModel Container = new("test.Container",
    [
        new("name", ValueModel.String),
        new("image", ValueModel.String),
        new("args", new ListModel(ValueModel.String)),
        new("env", new ListModel(new ObjectModel(() => Env))) { List = ListType.Map, Keys = ["name"] },
        new("ports", new ListModel(new ObjectModel(() => Port))) { List = ListType.Map, Keys = ["containerPort", "protocol"] },
        new("resources", new MapModel(new MapModel(ValueModel.Quantity))),
    ]);

    private static readonly TypeModel Selector = new("test.Selector", [new("matchLabels", new MapModel(ValueModel.String))]) { Atomic = true };

    private static readonly TypeModel Rolling = new("test.Rolling", [new("maxSurge", ValueModel.IntOrString)]);

    private static readonly TypeModel Strategy = new("test.Strategy",
        [new("type", ValueModel.String), new("rollingUpdate", new ObjectModel(() => Rolling))]);

    private static readonly TypeModel Meta = new("test.Meta",
    [
        new("name", ValueModel.String),
        new("namespace", ValueModel.String),
        new("uid", ValueModel.String),
        new("resourceVersion", ValueModel.String),
        new("creationTimestamp", ValueModel.Time),
        new("generation", ValueModel.Int64),
        new("labels", new MapModel(ValueModel.String)),
        new("annotations", new MapModel(ValueModel.String)),
        new("finalizers", new ListModel(ValueModel.String)) { List = ListType.Set },
        new("managedFields", new ListModel(ValueModel.Any)),
    ]);

    private static readonly TypeModel Spec = new("test.Spec",
    [
        new("replicas", ValueModel.Int32),
        new("selector", new ObjectModel(() => Selector)) { Patch = PatchStrategy.Replace },
        new("strategy", new ObjectModel(() => Strategy)),
        new("containers", new ListModel(new ObjectModel(() => Container))) { List = ListType.Map, Keys = ["name"] },
        new("tolerations", new ListModel(ValueModel.Any)) { List = ListType.Atomic },
        new("nodeSelector", new MapModel(ValueModel.String)) { List = ListType.Atomic, Patch = PatchStrategy.Replace },
        new("extra", ValueModel.Any),
    ]);

    private static readonly TypeModel Status = new("test.Status", [new("replicas", ValueModel.Int32)]);

    public static readonly TypeModel Workload = new("test.Workload",
    [
        new("apiVersion", ValueModel.String),
        new("kind", ValueModel.String),
        new("metadata", new ObjectModel(() => Meta)),
        new("spec", new ObjectModel(() => Spec)),
        new("status", new ObjectModel(() => Status)),
    ]);

    public static readonly TypeModel Config = new("test.Config",
    [
        new("apiVersion", ValueModel.String),
        new("kind", ValueModel.String),
        new("metadata", new ObjectModel(() => Meta)),
        new("data", new MapModel(ValueModel.String)),
        new("immutable", ValueModel.Boolean),
    ]);

    public static JsonObject EmptyWorkload => new()
    {
        ["metadata"] = new JsonObject { ["creationTimestamp"] = null },
        ["spec"] = new JsonObject { ["selector"] = null, ["strategy"] = new JsonObject(), ["containers"] = null },
        ["status"] = new JsonObject(),
    };

    public static FieldManager Workloads { get; } = new(new FieldManagerOptions
    {
        Type = Workload, ApiVersion = "apps/v1", Kind = "Workload", Empty = EmptyWorkload, Reset = FieldSet.Of(FieldPath.Of("status")),
    });

    public static FieldManager Configs { get; } = new(ConfigOptions);

    public static FieldManagerOptions ConfigOptions => new()
    {
        Type = Config, ApiVersion = "v1", Kind = "Config", Empty = new JsonObject { ["metadata"] = new JsonObject { ["creationTimestamp"] = null } },
    };
}
