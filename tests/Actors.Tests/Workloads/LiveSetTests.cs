using System.Text;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Text;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Tests.Workloads;

/// <summary>The other kinds that keep pods as a client sees them, on the real journal, view and actors; among them the examples of the documentation.</summary>
public sealed class LiveSetTests : IAsyncLifetime
{
    private readonly LiveCluster _cluster = new();

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Theory(Timeout = 60_000)]
    [InlineData("statefulset", "pods", "web-0")]
    [InlineData("statefulset", "controllerrevisions.apps", "web-")]
    [InlineData("daemonset", "controllerrevisions.apps", "agent-")]
    [InlineData("replicationcontroller", "pods", "web-")]
    [InlineData("job", "pods", "squares-2-")]
    [InlineData("cronjob", "cronjobs.batch", "report")]
    public async Task Documentation_Example_Works(string page, string resource, string begins)
    {
        await _cluster.CreateAsync(await ExampleAsync(page));
        await _cluster.UntilAsync(s => s.List(resource, "ns").Any(o => o.Key.Name.StartsWith(begins, StringComparison.Ordinal)));
    }

    [Fact(Timeout = 60_000)]
    public async Task StatefulSet_NameIsFreed_TakesIt()
    {
        var foreign = await _cluster.CreateAsync(new Pod { Metadata = Named("web-0"), Spec = Make.Template().Spec });
        await _cluster.CreateAsync(await ExampleAsync("statefulset"));
        await _cluster.UntilAsync(static s => s.List("statefulsets.apps").Single().Read<StatefulSet>().Status.ObservedGeneration == 1);

        await _cluster.DeleteAsync(foreign);

        await _cluster.UntilAsync(static s => s.List("pods").SingleOrDefault()?.Header.Controller?.Kind == "StatefulSet");
    }

    [Fact(Timeout = 60_000)]
    public async Task DaemonSet_NodeComes_GetsItsPod()
    {
        var set = (DaemonSet)await ExampleAsync("daemonset");
        await _cluster.CreateAsync(set with { Spec = set.Spec with { Template = set.Spec.Template with { Spec = set.Spec.Template.Spec with { Tolerations = [new Toleration { Operator = "Exists" }] } } } });
        await _cluster.UntilAsync(static s => s.Count("controllerrevisions.apps") == 1);

        await _cluster.CreateAsync(Make.Node("n1") with { Metadata = new ObjectMeta { Name = "n1" } });

        await _cluster.UntilAsync(static s => s.List("pods").SingleOrDefault()?.Read<Pod>().Spec.NodeName == "n1");
    }

    private static ObjectMeta Named(string name) => new() { Name = name, Namespace = "ns" };

    /// <summary>The first manifest of a page of <c>docs/workloads</c>.</summary>
    private static async Task<IApiObject> ExampleAsync(string page)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Examples", page + ".md"), TestContext.Current.CancellationToken);
        var json = YamlReader.Read(text.Split("```yaml\n")[1].Split("```")[0]).Root!;
        var kind = BuiltInKinds.Registry.FindByName(json["apiVersion"]!.GetValue<string>(), json["kind"]!.GetValue<string>())!;
        var value = kind.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));
        return value.With(value.Metadata with { Namespace = "ns" });
    }
}
