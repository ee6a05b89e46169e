using System.Diagnostics;
using ActorKube.Tests.Engines;

namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary>A host whose pods are real containers. What it has made on the engine goes with the fixture.</summary>
public sealed class EngineHost(EngineFixture engine) : HostProcess
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected override string Runtime => "docker";

    /// <summary>No test waits for autoscalers longer than it must, and hosts side by side don't contend for ports.</summary>
    protected override IReadOnlyList<string> MoreOptions => ["--autoscaler-period", "2", "--ingress-http-port", "0", "--ingress-https-port", "0"];

    public override async ValueTask InitializeAsync()
    {
        Engine = await engine.GetEndpointAsync();
        await base.InitializeAsync();
    }

    /// <summary>Output of a kubectl that must succeed.</summary>
    public async Task<string> OkAsync(string arguments, string input = "")
    {
        var (exitCode, output) = await KubectlAsync(arguments, input);
        Assert.True(exitCode == 0, $"kubectl {arguments}\nended with {exitCode}: {output}");
        return output;
    }

    /// <summary>Repeats a command until its output has all the texts in it, for events come a moment after what they tell of; the test's time limit ends it.</summary>
    public async Task EventuallyAsync(string arguments, params string[] texts)
    {
        for (var output = ""; !texts.All(text => output.Contains(text, StringComparison.Ordinal)); output = await OkAsync(arguments))
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Creates what the manifest says. "IMAGE" in it is the tests' image.</summary>
    public Task ApplyAsync(string manifest) => OkAsync("apply -f -", manifest.Replace("IMAGE", TestImage.Name, StringComparison.Ordinal));

    /// <summary>Creates a pod of one container that runs a shell script, and waits until it is ready.</summary>
    public async Task RunPodAsync(string name, string script)
    {
        await ApplyAsync(Manifest(name, script));
        await OkAsync($"wait --for=condition=Ready pod/{name} --timeout=100s");
    }

    /// <summary>A pod of one container that runs a shell script.</summary>
    public static string Manifest(string name, string script, string more = "") => $$"""
        apiVersion: v1
        kind: Pod
        metadata: {name: {{name}}}
        spec:
          terminationGracePeriodSeconds: 1
          {{more}}
          containers:
          - name: c
            image: IMAGE
            command: ["sh", "-c", {{System.Text.Json.JsonSerializer.Serialize(script)}}]
        """;

    /// <summary>Waits until a field is so.</summary>
    public Task WaitAsync(string what, string path, string value) => OkAsync($"wait {what} --for=jsonpath={{{path}}}={value} --timeout=100s");

    public Task<string> GetAsync(string what, string path) => OkAsync($"get {what} -o jsonpath={{{path}}}");

    /// <summary>Starts a kubectl that goes on until it is disposed of.</summary>
    public KubectlSession Start(string arguments, params (string Name, string Value)[] environment) => new(Kubectl(arguments, environment));

    /// <summary>The log of a container that runs on, up to a text: a container that is ready may not have written it yet, nor the engine what an attached client has seen.</summary>
    public async Task<string> LogUntilAsync(string container, string text)
    {
        await using var log = Start("logs -f " + container);
        return await log.ReadUntilAsync(text);
    }

    /// <summary>Runs kubectl with variables of its own.</summary>
    public Task<(int ExitCode, string Output)> KubectlAsync(string arguments, string input, params (string Name, string Value)[] environment) =>
        RunAsync(Kubectl(arguments, environment), input);

    /// <summary>Starts kubectl with a terminal of so many columns and rows, which writes to it what is given as input.</summary>
    public KubectlSession StartInTerminal(string arguments, int columns, int rows) =>
        new(new ProcessStartInfo("script", ["-qec", $"stty cols {columns} rows {rows}; kubectl --kubeconfig {Kubeconfig} {arguments}", "/dev/null"]));

    /// <summary>Ends a container behind the host's back.</summary>
    public async Task KillContainerAsync(string containerId)
    {
        using var http = TestEngine.Client(Engine!);
        using var answer = await http.PostAsync(new Uri($"http://docker/v1.41/containers/{containerId.Replace("docker://", "", StringComparison.Ordinal)}/kill"), null, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public override async ValueTask DisposeAsync()
    {
        await KillAsync();
        await RunAsync(new ProcessStartInfo("dotnet", [Program, "down", "--purge", "--data", DataDirectory]) { Environment = { ["DOCKER_HOST"] = Engine } });
        Directory.CreateDirectory(DataDirectory);
        await base.DisposeAsync();
    }

    private ProcessStartInfo Kubectl(string arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("kubectl", $"--kubeconfig {Kubeconfig} {arguments}");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
