namespace ActorKube.Server.OpenApi.Operations;

/// <summary>The parameters of the API's operations.</summary>
internal static class Parameters
{
    public static readonly Parameter Namespace = InPath("namespace", "Namespace of the objects.");
    public static readonly Parameter ProxiedPath = InPath("path", "Path of the request that is passed on.");
    public static readonly Parameter Pretty = Text("pretty", "Whether the answer is indented; by default it is for browsers, curl and wget.");

    private static readonly Parameter DryRun = Text("dryRun", "All runs the request through admission and validation without storing anything.");
    private static readonly Parameter FieldSelector = Text("fieldSelector", "Fields that the objects must have, such as status.phase=Running.");
    private static readonly Parameter LabelSelector = Text("labelSelector", "Labels that the objects must have, such as app=web,tier!=cache.");
    private static readonly Parameter Limit = Number("limit", "Most objects in one answer; the rest is fetched with the token that the answer holds.");
    private static readonly Parameter Continue = Text("continue", "Token of the answer before, which fetches the next chunk of a list.");
    private static readonly Parameter Version = Text("resourceVersion", "Version of the store that is meant, as resourceVersionMatch says.");
    private static readonly Parameter VersionMatch = Text("resourceVersionMatch", "Exact for the version itself, NotOlderThan for it or any later one.");
    private static readonly Parameter SendInitialEvents = Flag("sendInitialEvents", "Whether a watch begins with the objects that are there, and a bookmark after them.");
    private static readonly Parameter Timeout = Number("timeoutSeconds", "Longest time that a list or watch may take, in seconds.");

    /// <summary>Of a list or watch.</summary>
    public static readonly IReadOnlyList<Parameter> List =
    [
        Flag("allowWatchBookmarks", "Whether the watch may send bookmarks, which tell how far it has come."),
        Continue, FieldSelector, LabelSelector, Limit, Pretty, Version, VersionMatch, SendInitialEvents, Timeout,
        Flag("watch", "Whether to watch for changes instead of listing."),
    ];

    /// <summary>Of a creation or replacement.</summary>
    public static readonly IReadOnlyList<Parameter> Write =
    [
        DryRun,
        Text("fieldManager", "Name under which the written fields are recorded; by default the program's name in User-Agent."),
        Text("fieldValidation", "What unknown and duplicate fields do: Ignore, Warn (the default) or Strict, which refuses them."),
        Pretty,
    ];

    public static readonly IReadOnlyList<Parameter> Patch = [.. Write, Flag("force", "Whether an apply takes over fields that others own.")];

    public static readonly IReadOnlyList<Parameter> Delete =
    [
        DryRun,
        Number("gracePeriodSeconds", "Seconds in which the object may end cleanly; 0 deletes at once. By default the object's own time counts."),
        Flag("ignoreStoreReadErrorWithClusterBreakingPotential", "Whether to delete an object that can't be read any more, without finalizers."),
        Flag("orphanDependents", "Deprecated in favour of propagationPolicy: whether dependents are kept."),
        Text("propagationPolicy", "Fate of dependents: Orphan, Background or Foreground."),
        Pretty,
    ];

    public static readonly IReadOnlyList<Parameter> DeleteCollection =
    [
        .. Delete, Continue, FieldSelector, LabelSelector, Limit, Version, VersionMatch, SendInitialEvents, Timeout,
    ];

    private static readonly Parameter Container = Text("container", "Name of the container; may be left out where there is only one.");

    /// <summary>Of a log.</summary>
    public static readonly IReadOnlyList<Parameter> Log =
    [
        Container,
        Flag("follow", "Whether to go on with what is logged later."),
        Flag("insecureSkipTLSVerifyBackend", "Whether to trust the node without checking its certificate."),
        Number("limitBytes", "Most bytes of the log."),
        Pretty,
        Flag("previous", "Whether the log of the container's previous run is meant."),
        Number("sinceSeconds", "Only lines not older than this, in seconds."),
        Number("tailLines", "Only this many lines from the end."),
        Flag("timestamps", "Whether each line begins with its time."),
    ];

    /// <summary>Of a subresource that a connection is made to, by the kind of its options.</summary>
    public static IReadOnlyList<Parameter> Connect(string options) => options switch
    {
        "PodExecOptions" => [Text("command", "The command to run; repeated for each of its arguments."), .. Streams],
        "PodAttachOptions" => Streams,
        "PodPortForwardOptions" => [Number("ports", "Ports to forward, over WebSockets.")],
        _ => [Text("path", "Path of the request that is passed on.")],
    };

    /// <summary>The name in the path of an object.</summary>
    public static Parameter Name(string kind) => InPath("name", $"Name of the {kind}.");

    private static Parameter[] Streams =>
    [
        Container,
        Flag("stderr", "Whether standard error is sent back."),
        Flag("stdin", "Whether standard input is passed on."),
        Flag("stdout", "Whether standard output is sent back."),
        Flag("tty", "Whether the streams are those of a terminal."),
    ];

    private static Parameter InPath(string name, string doc) => new(name, "path", "string", doc);

    private static Parameter Text(string name, string doc) => new(name, "query", "string", doc);

    private static Parameter Number(string name, string doc) => new(name, "query", "integer", doc);

    private static Parameter Flag(string name, string doc) => new(name, "query", "boolean", doc);
}
