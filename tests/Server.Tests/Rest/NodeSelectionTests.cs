using System.Text.Json;
using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Views;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Requests;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;
using ActorKube.Server.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tests.Rest;

/// <summary>Pods that are selected by their node: two views of one journal, of which one has the index, answer alike.</summary>
public sealed class NodeSelectionTests : IAsyncLifetime
{
    private static readonly Kind Pods = BuiltInKinds.Registry.Stored("pods");
    private static readonly UserInfo User = new() { Username = "tester" };
    private readonly ObjectView _scanned = new(new ViewOptions(), []);
    private TestStore _store = null!;
    private long _past;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Twelve pods in two namespaces, on the nodes a and b and on none; then some come, go, and are bound.</summary>
    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.OpenAsync(
            new Namespace { Metadata = new() { Name = "other" } }, new ServiceAccount { Metadata = new() { Name = "default", Namespace = "other" } });
        await _scanned.StartAsync(_store.Journal, Cancelled);
        var pods = new List<Pod>();
        for (var i = 0; i < 12; i++)
        {
            var pod = TestStore.Pod($"p{i:00}", new PodSpec { NodeName = (i % 3) switch { 0 => "a", 1 => "b", _ => null } });
            pods.Add(await _store.CreateAsync(i % 2 == 0 ? pod : pod with { Metadata = pod.Metadata with { Namespace = "other", Labels = new Dictionary<string, string> { ["odd"] = "yes" } } }));
        }

        _past = _store.View.Revision;
        await _store.DeleteAsync(pods[3]);
        await _store.DeleteAsync(pods[6]);
        foreach (var unbound in (Pod[])[pods[2], pods[5]])
        {
            await _store.UpdateAsync(unbound, static p => PodBinding.Apply(p, new Binding { Target = new ObjectReference { Name = "a" } }, DateTimeOffset.UnixEpoch), UpdateScope.Custom, "binding");
        }

        await _store.CreateAsync(TestStore.Pod("new", new PodSpec { NodeName = "a" }));
        await _scanned.WaitForAsync(_store.View.Revision, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _scanned.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <summary>What is listed now; for some what was at the revision before the last changes.</summary>
    public static TheoryData<string, string, string[], string[]> Lists => new()
    {
        { "/api/v1/pods", "spec.nodeName=a", ["new", "p00", "p02", "p05", "p09"], ["p00", "p06", "p03", "p09"] },
        { "/api/v1/pods", "spec.nodeName=b", ["p04", "p10", "p01", "p07"], ["p04", "p10", "p01", "p07"] },
        { "/api/v1/namespaces/ns/pods", "spec.nodeName=a", ["new", "p00", "p02"], ["p00", "p06"] },
        { "/api/v1/namespaces/other/pods", "spec.nodeName=a", ["p05", "p09"], ["p03", "p09"] },
        { "/api/v1/namespaces/none/pods", "spec.nodeName=a", [], [] },
        { "/api/v1/pods", "spec.nodeName=", ["p08", "p11"], ["p02", "p08", "p05", "p11"] },
        { "/api/v1/pods", "spec.nodeName=c", [], [] },
        { "/api/v1/pods", "spec.nodeName!=a", ["p04", "p08", "p10", "p01", "p07", "p11"], ["p02", "p04", "p08", "p10", "p01", "p05", "p07", "p11"] },
        { "/api/v1/pods", "spec.nodeName=a,spec.nodeName=b", [], [] },
        { "/api/v1/pods", "metadata.namespace=other,spec.nodeName=a", ["p05", "p09"], ["p03", "p09"] },
        { "/api/v1/pods", "metadata.name=p09,spec.nodeName=a", ["p09"], ["p09"] },
        { "/api/v1/namespaces/other/pods", "metadata.name=p03", [], ["p03"] },
        { "/api/v1/namespaces/other/pods", "metadata.name=p05,spec.nodeName=a", ["p05"], [] },
        { "/api/v1/namespaces/ns/pods", "metadata.name=p05", [], [] },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Lists))]
    public async Task List_ByIndex_IsThatOfAScan(string path, string fields, string[] now, string[] before)
    {
        Assert.Equal(now.Order(), (await BothAsync(path, fields)).Order());
        Assert.Equal(before.Order(), (await BothAsync(path, fields, $"&resourceVersion={_past}&resourceVersionMatch=Exact")).Order());
        Assert.Equal(now.Order(), (await BothAsync(path, fields, $"&resourceVersion={_past}&resourceVersionMatch=NotOlderThan")).Order());
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Lists))]
    public async Task List_InPages_HasAllOfOneRevision(string path, string fields, string[] now, string[] before)
    {
        Assert.Equal(now.Order(), (await PagesAsync(path, fields, "")).Order());
        Assert.Equal(before.Order(), (await PagesAsync(path, fields, $"&resourceVersion={_past}")).Order());
    }

    [Fact(Timeout = 60_000)]
    public async Task List_ByNodeAndLabel_IsThatOfAScan() => Assert.Equal(["p05", "p09"], await BothAsync("/api/v1/pods", "spec.nodeName=a", "&labelSelector=odd=yes"));

    /// <summary>What is looked at, most of which a selection without a demand leaves out again.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData("/api/v1/pods", "spec.nodeName=a", 5)]
    [InlineData("/api/v1/namespaces/other/pods", "spec.nodeName=a", 2)]
    [InlineData("/api/v1/namespaces/other/pods", "metadata.name=p05", 1)]
    [InlineData("/api/v1/namespaces/other/pods", "status.phase=Pending", 5)]
    [InlineData("/api/v1/pods", "spec.nodeName!=a", 11)]
    public void Selection_ByNode_LooksAtNoOthers(string path, string fields, int seen)
    {
        var request = Request(path, fields, "", new MemoryStream());
        var space = request.Path.Namespace.Length == 0 ? null : request.Path.Namespace;
        Assert.Equal(seen, SelectedObjects.Among(_store.View.Snapshot(), "pods", space, null, Selection.Parse(request)).Count());
    }

    private async Task<string[]> PagesAsync(string path, string fields, string more)
    {
        var (all, token) = (new List<string>(), "");
        do
        {
            var (indexed, scanned) = (await AskAsync(_store.View, path, fields, $"&limit=2{more}{token}"), await AskAsync(_scanned, path, fields, $"&limit=2{more}{token}"));
            Assert.Equal(scanned, indexed);
            using var page = JsonDocument.Parse(indexed);
            all.AddRange(Names(page));
            token = page.RootElement.GetProperty("metadata").TryGetProperty("continue", out var next) && next.GetString() is { Length: > 0 } text ? $"&continue={text}" : "";
            more = "";
        }
        while (token.Length > 0);
        return [.. all];
    }

    private async Task<string[]> BothAsync(string path, string fields, string more = "")
    {
        var indexed = await AskAsync(_store.View, path, fields, more);
        Assert.Equal(await AskAsync(_scanned, path, fields, more), indexed);
        using var list = JsonDocument.Parse(indexed);
        return [.. Names(list)];
    }

    private static IEnumerable<string> Names(JsonDocument list) => list.RootElement.GetProperty("items").EnumerateArray().Select(static i => i.GetProperty("metadata").GetProperty("name").GetString()!);

    private async Task<string> AskAsync(ObjectView view, string path, string fields, string more)
    {
        using var body = new MemoryStream();
        var request = Request(path, fields, more, body);
        var commands = new ObjectCommands(new ObjectStore(_store.Journal, view), BuiltInKinds.Registry, [], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, _store.Time);
        await new ListHandler(commands, new CollectionAnswer(new EncoderCache(BuiltInKinds.Registry), _store.Time)).HandleAsync(request, ListQuery.Parse(request));
        await request.Http.Response.BodyWriter.FlushAsync(Cancelled);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    private static ApiRequest Request(string path, string fields, string more, MemoryStream body)
    {
        var query = new QueryString($"?fieldSelector={Uri.EscapeDataString(fields)}{more}");
        var http = new DefaultHttpContext { Request = { Method = "GET", Path = path, QueryString = query }, Response = { Body = body } };
        return new ApiRequest(http, RequestPath.Parse(path)!, Pods, User, ResponseFormat.Plain);
    }
}
