using System.Text.Json.Nodes;

namespace ActorKube.Tests.Lab;

/// <summary>What tests and benchmarks of a lab run, and read of it.</summary>
internal static class LabPods
{
    /// <summary>A Deployment of containers that do nothing.</summary>
    /// <param name="isRunOnce">Of pods that must not run twice.</param>
    public static JsonObject Deployment(string name, int replicas, bool isRunOnce = false) => new()
    {
        ["apiVersion"] = "apps/v1",
        ["kind"] = "Deployment",
        ["metadata"] = new JsonObject { ["name"] = name },
        ["spec"] = new JsonObject
        {
            ["replicas"] = replicas,
            ["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = name } },
            ["template"] = new JsonObject
            {
                ["metadata"] = new JsonObject
                {
                    ["labels"] = new JsonObject { ["app"] = name },
                    ["annotations"] = new JsonObject { ["actorkube.io/run-once"] = isRunOnce ? "true" : "false" },
                },
                ["spec"] = new JsonObject
                {
                    ["terminationGracePeriodSeconds"] = 1,
                    ["topologySpreadConstraints"] = new JsonArray(new JsonObject
                    {
                        ["maxSkew"] = 1,
                        ["topologyKey"] = "kubernetes.io/hostname",
                        ["whenUnsatisfiable"] = "ScheduleAnyway",
                        ["labelSelector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = name } },
                    }),
                    ["containers"] = new JsonArray(new JsonObject
                    {
                        ["name"] = "main",
                        ["image"] = Engines.TestImage.Name,
                        ["command"] = new JsonArray("sleep", "100000"),
                    }),
                },
            },
        },
    };

    public static bool IsReady(JsonNode live) => IsTrue(live, "Ready") && live["metadata"]!["deletionTimestamp"] is null;

    public static bool IsTrue(JsonNode live, string condition) =>
        (live["status"]?["conditions"] as JsonArray)?.Any(c => (string?)c!["type"] == condition && (string?)c["status"] == "True") == true;

    public static string? Node(JsonNode pod) => (string?)pod["spec"]?["nodeName"];

    public static string? App(JsonNode pod) => (string?)pod["metadata"]?["labels"]?["app"];

    public static string Name(JsonNode live) => (string)live["metadata"]!["name"]!;

    /// <summary>One line for whoever reads why a test failed.</summary>
    public static string Describe(JsonNode live) =>
        $"{Name(live)} on {Node(live) ?? "-"}: {live["status"]?["phase"]}{(IsTrue(live, "Ready") ? ", ready" : "")}{(live["metadata"]!["deletionTimestamp"] is null ? "" : ", going")} {live["status"]?["reason"]}";
}
