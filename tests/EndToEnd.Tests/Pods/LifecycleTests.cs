namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary>Pods from their first container to their last.</summary>
public sealed class LifecycleTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 180_000;

    [Fact(Timeout = Limit)]
    public async Task Pod_InitAndSidecar_RunBeforeAndBesideTheOthers()
    {
        await host.ApplyAsync("""
            apiVersion: v1
            kind: Pod
            metadata: {name: layered}
            spec:
              terminationGracePeriodSeconds: 1
              volumes: [{name: shared, emptyDir: {}}]
              initContainers:
              - {name: first, image: IMAGE, command: [sh, -c, "echo first >>/shared/order"], volumeMounts: [{name: shared, mountPath: /shared}]}
              - name: beside
                image: IMAGE
                restartPolicy: Always
                command: [sh, -c, "echo beside >>/shared/order; touch /started; exec sleep 1000"]
                startupProbe: {exec: {command: [test, -e, /started]}, periodSeconds: 1}
                volumeMounts: [{name: shared, mountPath: /shared}]
              - {name: last, image: IMAGE, command: [sh, -c, "echo last >>/shared/order"], volumeMounts: [{name: shared, mountPath: /shared}]}
              containers:
              - {name: main, image: IMAGE, command: [sh, -c, "echo main >>/shared/order; cat /shared/order; exec sleep 1000"], volumeMounts: [{name: shared, mountPath: /shared}]}
            """);
        await host.OkAsync("wait --for=condition=Ready pod/layered --timeout=100s");

        Assert.Equal("first\nbeside\nlast\nmain\n", await host.LogUntilAsync("layered -c main", "main\n"));
        Assert.Matches(@"layered +2/2 +Running +0 ", await host.OkAsync("get pod layered"));
        Assert.Equal("Completed|true|Completed", await host.GetAsync(
            "pod/layered", ".status.initContainerStatuses[0].state.terminated.reason}|{.status.initContainerStatuses[1].started}|{.status.initContainerStatuses[2].state.terminated.reason"));
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_ReadinessProbe_DecidesWhetherItIsReady()
    {
        await host.ApplyAsync(EngineHost.Manifest("moody", "exec sleep 1000") + "\n    readinessProbe: {exec: {command: [cat, /ok]}, periodSeconds: 1, failureThreshold: 1}");
        await host.WaitAsync("pod/moody", ".status.phase", "Running");
        await host.OkAsync("wait --for=condition=Ready=false pod/moody --timeout=100s");

        await host.OkAsync("exec moody -- touch /ok");
        await host.OkAsync("wait --for=condition=Ready pod/moody --timeout=100s");

        await host.OkAsync("exec moody -- rm /ok");
        await host.OkAsync("wait --for=condition=Ready=false pod/moody --timeout=100s");
        await host.EventuallyAsync("describe pod moody", "Readiness probe failed");
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_LivenessProbeFails_RestartsTheContainer()
    {
        await host.ApplyAsync(EngineHost.Manifest("ill", "touch /ok; exec sleep 1000") + "\n    livenessProbe: {exec: {command: [cat, /ok]}, periodSeconds: 1, failureThreshold: 1, initialDelaySeconds: 1}");
        await host.OkAsync("wait --for=condition=Ready pod/ill --timeout=100s");

        await host.OkAsync("exec ill -- rm /ok");

        await host.WaitAsync("pod/ill", ".status.containerStatuses[0].restartCount", "1");
        await host.EventuallyAsync("describe pod ill", "Liveness probe failed", "Container c failed liveness probe, will be restarted");
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_ConfigMapChanges_ItsFilesDoInPlace()
    {
        await host.OkAsync("create configmap settings --from-literal=size=1");
        await host.ApplyAsync(EngineHost.Manifest("configured", "exec sleep 1000", "volumes: [{name: settings, configMap: {name: settings}}]") + "\n    volumeMounts: [{name: settings, mountPath: /settings}]");
        await host.OkAsync("wait --for=condition=Ready pod/configured --timeout=100s");

        // What kubectl has to say of its connection comes behind.
        Assert.StartsWith("1", await host.OkAsync("exec configured -- cat /settings/size"), StringComparison.Ordinal);

        await host.OkAsync("patch configmap settings --type=merge -p {\\\"data\\\":{\\\"size\\\":\\\"2\\\"}}");

        Assert.Equal("2", await host.OkAsync("exec configured -- sh -c \"until grep -q 2 /settings/size; do sleep 0.05; done; cat /settings/size\""));
        Assert.Equal("0", await host.GetAsync("pod/configured", ".status.containerStatuses[0].restartCount"));
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_Deleted_MayFinishItsWork()
    {
        await host.ApplyAsync(EngineHost.Manifest("polite", "trap 'echo bye; exit 0' TERM; echo up; while true; do sleep 0.05; done").Replace("terminationGracePeriodSeconds: 1", "terminationGracePeriodSeconds: 30", StringComparison.Ordinal));
        await host.OkAsync("wait --for=condition=Ready pod/polite --timeout=100s");
        await using var log = host.Start("logs -f polite");
        await log.ReadUntilAsync("up\n");

        await host.OkAsync("delete pod polite --timeout=100s");

        Assert.Equal((0, "up\nbye\n"), await log.ReadToEndAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_DeafToTerm_IsKilledAfterItsGrace()
    {
        await host.RunPodAsync("deaf", "trap '' TERM; while true; do sleep 0.05; done");

        await host.OkAsync("delete pod deaf --timeout=100s");

        Assert.Contains("not found", (await host.KubectlAsync("get pod deaf")).Output, StringComparison.Ordinal);
    }
}
