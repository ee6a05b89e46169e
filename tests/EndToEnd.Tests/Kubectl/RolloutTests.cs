namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary><c>kubectl rollout</c>.</summary>
[Collection(nameof(KubectlHost))]
public sealed class RolloutTests(HostProcess host) : KubectlTest(host)
{
    private const string Status = "rollout status deployment/web --timeout=30s";
    private const string Image = "get deployment web -o jsonpath={.spec.template.spec.containers[0].image}";

    [Fact(Timeout = 120_000)]
    public async Task Rollout_Revisions_AreListedShownAndUndone()
    {
        await OkAsync("create -f -", Deployment);
        Assert.EndsWith("deployment \"web\" successfully rolled out", await OkAsync(Status), StringComparison.Ordinal);
        await OkAsync("set image deployment/web c=registry.example/web:2");
        await OkAsync("annotate deployment web kubernetes.io/change-cause=second");
        await OkAsync(Status);

        await EventuallyAsync("rollout history deployment/web", "deployment.apps/web\nREVISION CHANGE-CAUSE\n1 <none>\n2 second");
        Assert.Contains("    Image:\tregistry.example/web:1", await OkAsync("rollout history deployment/web --revision=1"), StringComparison.Ordinal);

        Assert.Equal("deployment.apps/web rolled back", await OkAsync("rollout undo deployment/web"));
        Assert.Equal("registry.example/web:1", await OkAsync(Image));
        await EventuallyAsync("rollout history deployment/web", "2 second\n3 <none>");
        Assert.Equal("deployment.apps/web rolled back", await OkAsync("rollout undo deployment/web --to-revision=2"));
        Assert.Equal("registry.example/web:2", await OkAsync(Image));
        Assert.Equal("error: unable to find specified revision 99 in history", await FailAsync("rollout undo deployment/web --to-revision=99"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Rollout_Paused_WaitsUntilItIsResumed()
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync(Status);
        await OkAsync("set image deployment/web c=registry.example/web:0");
        await OkAsync(Status);

        Assert.Equal("deployment.apps/web paused", await OkAsync("rollout pause deployment/web"));
        Assert.Equal("error: deployments.apps \"web\" is already paused", await FailAsync("rollout pause deployment/web"));
        await OkAsync("set image deployment/web c=registry.example/web:2");
        Assert.Contains("0 out of 2 new replicas have been updated", await FailAsync("rollout status deployment/web --timeout=1s"), StringComparison.Ordinal);
        Assert.Contains("cannot rollback a paused deployment", await FailAsync("rollout undo deployment/web"), StringComparison.Ordinal);
        Assert.Contains("can't restart paused deployment", await FailAsync("rollout restart deployment/web"), StringComparison.Ordinal);
        Assert.Equal("deployment.apps/web resumed", await OkAsync("rollout resume deployment/web"));
        Assert.Contains("successfully rolled out", await OkAsync(Status), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Rollout_Restart_ReplacesThePods()
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync(Status);
        var before = await OkAsync("get pods -o name");

        Assert.Equal("deployment.apps/web restarted", await OkAsync("rollout restart deployment/web"));
        await OkAsync(Status);

        await EventuallyAsync("get deployment web", "web 2/2 2 2");
        Assert.Empty((await OkAsync("get pods --field-selector=status.phase=Running -o name")).Split('\n').Intersect(before.Split('\n')));
    }
}
