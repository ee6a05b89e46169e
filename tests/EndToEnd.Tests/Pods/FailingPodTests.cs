namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary>What a person sees of pods that don't come up, in the words that one searches for.</summary>
public sealed class FailingPodTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 180_000;
    private const string Waiting = ".status.containerStatuses[0].state.waiting.reason";

    [Fact(Timeout = Limit)]
    public async Task Pod_CrashesAgainAndAgain_IsInCrashLoopBackOff()
    {
        await host.ApplyAsync(EngineHost.Manifest("crash", "exit 3"));
        await host.WaitAsync("pod/crash", Waiting, "CrashLoopBackOff");

        await host.EventuallyAsync("get pod crash", "CrashLoopBackOff");
        await host.EventuallyAsync("describe pod crash", "CrashLoopBackOff", "Last State:", "Exit Code:    3", "BackOff", "Back-off restarting failed container c in pod crash_default");
        await host.EventuallyAsync("events --for pod/crash", "Scheduled", "Pulled", "Created", "Started", "BackOff");
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_ImageNowhere_IsInImagePullBackOff()
    {
        await host.ApplyAsync(EngineHost.Manifest("imageless", "true").Replace("IMAGE", "127.0.0.1:1/nobody/has:this", StringComparison.Ordinal));
        await host.WaitAsync("pod/imageless", Waiting, "ImagePullBackOff");

        await host.EventuallyAsync("get pod imageless", "ImagePullBackOff");
        await host.EventuallyAsync(
            "describe pod imageless",
            "Pulling image \"127.0.0.1:1/nobody/has:this\"",
            "Failed to pull image \"127.0.0.1:1/nobody/has:this\"",
            "Error: ErrImagePull",
            "Back-off pulling image \"127.0.0.1:1/nobody/has:this\"",
            "Error: ImagePullBackOff");
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_ImageMayNotBePulled_SaysSo()
    {
        await host.ApplyAsync(EngineHost.Manifest("never", "true").Replace("IMAGE", "127.0.0.1:1/nobody/has:this", StringComparison.Ordinal) + "\n    imagePullPolicy: Never");
        await host.WaitAsync("pod/never", Waiting, "ErrImageNeverPull");

        await host.EventuallyAsync("describe pod never", "ErrImageNeverPull", "is not present with pull policy of Never");
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_TooMuchMemory_IsOOMKilled()
    {
        // The engine begins to watch a container's memory a moment after its start: what takes too much at once is killed, and it can't say why.
        await host.ApplyAsync(EngineHost.Manifest("greedy", "until [ -e /go ]; do :; done; exec dd if=/dev/zero of=/dev/null bs=200M", "restartPolicy: Never") + "\n    resources: {limits: {memory: 32Mi}}");
        await host.OkAsync("wait --for=condition=Ready pod/greedy --timeout=100s");
        await host.OkAsync("exec greedy -- touch /go");
        await host.WaitAsync("pod/greedy", ".status.containerStatuses[0].state.terminated.reason", "OOMKilled");

        await host.EventuallyAsync("get pod greedy", "OOMKilled");
        await host.EventuallyAsync("describe pod greedy", "OOMKilled", "Exit Code:    137");
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_NoSuchCommand_SaysSo()
    {
        await host.ApplyAsync(EngineHost.Manifest("lost", "true").Replace("\"sh\", \"-c\", \"true\"", "/no/such", StringComparison.Ordinal));
        await host.WaitAsync("pod/lost", ".status.containerStatuses[0].lastState.terminated.reason", "StartError");

        await host.EventuallyAsync("describe pod lost", "StartError", "Exit Code:    127", "/no/such", "no such file or directory");
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_NoSuchConfigMap_SaysSoAndStartsWhenItComes()
    {
        await host.ApplyAsync(EngineHost.Manifest("unset", "echo $A; exec sleep 1000") + "\n    envFrom: [{configMapRef: {name: later}}]");
        await host.WaitAsync("pod/unset", Waiting, "CreateContainerConfigError");
        await host.EventuallyAsync("describe pod unset", "CreateContainerConfigError", "configmap \"later\" not found");

        await host.OkAsync("create configmap later --from-literal=A=came");

        await host.OkAsync("wait --for=condition=Ready pod/unset --timeout=100s");
        Assert.Equal("came\n", await host.LogUntilAsync("unset", "\n"));
    }
}
