namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary><c>kubectl logs</c> of real containers.</summary>
public sealed class LogTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 180_000;

    private const string Two = """
        apiVersion: v1
        kind: Pod
        metadata: {name: NAME, labels: {app: NAME}}
        spec:
          terminationGracePeriodSeconds: 0
          containers:
          - {name: a, image: IMAGE, command: [sh, -c, "echo a1; echo a2; echo a3; exec sleep 1000"]}
          - {name: b, image: IMAGE, command: [sh, -c, "echo b1; exec sleep 1000"]}
        """;

    [Fact(Timeout = Limit)]
    public async Task Logs_PartsOfALog_AreWhatTheOptionsSay()
    {
        await host.ApplyAsync(Two.Replace("NAME", "two", StringComparison.Ordinal));
        await host.OkAsync("wait --for=condition=Ready pod/two --timeout=100s");
        await host.LogUntilAsync("two -c a", "a3\n");
        await host.LogUntilAsync("two -c b", "b1\n");

        Assert.Equal("a1\na2\na3\n", await host.OkAsync("logs two -c a"));
        Assert.Equal("a2\na3\n", await host.OkAsync("logs two -c a --tail=2"));
        Assert.Equal("a1\na2\n", await host.OkAsync("logs two -c a --limit-bytes=6"));
        Assert.Equal("a1\na2\na3\n", await host.OkAsync("logs two -c a --since=1h"));
        Assert.Equal("", await host.OkAsync("logs two -c a --since-time=2100-01-01T00:00:00Z"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z b1\n$", await host.OkAsync("logs two -c b --timestamps"));

        // In which order kubectl asks for the containers is its own affair.
        Assert.Equal(["a1", "a2", "a3", "b1"], Lines(await host.OkAsync("logs two --all-containers")));
        Assert.Equal(["[pod/two/a] a3", "[pod/two/b] b1"], Lines(await host.OkAsync("logs -l app=two --all-containers --prefix --tail=1")));
        Assert.Contains("container c is not valid for pod two", (await host.KubectlAsync("logs two -c c")).Output, StringComparison.Ordinal);
        Assert.Contains("previous terminated container \"a\" in pod \"two\" not found", (await host.KubectlAsync("logs two -c a --previous")).Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Logs_Follow_GoesOnToTheContainersEnd()
    {
        await host.ApplyAsync(EngineHost.Manifest("follow", "echo one; while [ ! -e /tmp/go ]; do sleep 0.05; done; echo two", "restartPolicy: Never"));
        await host.OkAsync("wait --for=condition=Ready pod/follow --timeout=100s");
        await using var log = host.Start("logs -f follow");
        await log.ReadUntilAsync("one\n");

        await host.OkAsync("exec follow -- touch /tmp/go");

        Assert.Equal((0, "one\ntwo\n"), await log.ReadToEndAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Logs_Previous_AreThoseOfTheInstanceBefore()
    {
        await host.ApplyAsync(EngineHost.Manifest("again", "if [ -e /state/x ]; then echo second; exec sleep 1000; fi; touch /state/x; echo first; exit 1", "volumes: [{name: state, emptyDir: {}}]")
            + "\n    volumeMounts: [{name: state, mountPath: /state}]");
        await host.WaitAsync("pod/again", ".status.containerStatuses[0].restartCount", "1");
        await host.OkAsync("wait --for=condition=Ready pod/again --timeout=100s");

        Assert.Equal("first\n", await host.OkAsync("logs again --previous"));
        await using var log = host.Start("logs -f again");
        Assert.Equal("second\n", await log.ReadUntilAsync("second\n"));
    }

    [Fact(Timeout = Limit)]
    public async Task Logs_OfADeployment_AreThoseOfAPod()
    {
        await host.OkAsync($"create deployment talk --image={ActorKube.Tests.Engines.TestImage.Name} -- sh -c \"echo hello; exec sleep 1000\"");
        await host.OkAsync("rollout status deployment/talk --timeout=100s");
        await host.LogUntilAsync("deployment/talk", "hello\n");

        Assert.Equal("hello\n", await host.OkAsync("logs deployment/talk"));
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
