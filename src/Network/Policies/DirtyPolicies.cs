using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.Network.Policies.Model;
using ActorKube.Network.Policies.Rules;

namespace ActorKube.Network.Policies;

/// <summary>Notes what has to be looked at again.</summary>
internal sealed class DirtyPolicies(TimeProvider time) : PendingMarks<DirtyPolicies.Pending>, IViewObserver
{
    private bool _idle;

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        foreach (var item in events)
        {
            var key = item.Object.Key;
            switch (key.Resource)
            {
                case NetworkIndexes.NetworkPolicies when item.Previous is null || item.Type != ObjectEventType.Modified || item.Previous.Header.Generation != item.Object.Header.Generation:
                    Wake(marks => marks.Policies.Add(new PolicyName(key.Namespace, key.Name)));
                    break;
                case NetworkIndexes.Pods when !Volatile.Read(ref _idle):
                    Change(pending => pending.Marks.Pods.Add(key));
                    break;
                case NetworkIndexes.Namespaces when !Volatile.Read(ref _idle):
                    Change(pending => pending.Marks.Namespaces.Add(key.Name));
                    break;
                default:
                    break;
            }
        }
    }

    public void MarkEverything() => Wake(static marks => marks.Everything = true);

    /// <summary>It is time to see whether all is still as it was made.</summary>
    public void MarkCheck() => Mark(static pending => pending.Check = true);

    /// <returns>Completes when the pod's address is taken in, as far as that can be done.</returns>
    public Task MarkPodAsync(ObjectKey pod)
    {
        var done = Task.CompletedTask;
        Change(pending =>
        {
            pending.Marks.Pods.Add(pod);
            done = pending.Done.Task;
        });
        return done;
    }

    /// <summary>There are no policies: pods needn't be looked at until one comes, which has everything looked at.</summary>
    public void Rest() => Look(pending => Volatile.Write(ref _idle, pending.Marks.Policies.Count == 0 && !pending.Marks.Everything));

    private void Wake(Action<PolicyMarks> change) => Change(pending =>
    {
        Volatile.Write(ref _idle, false);
        change(pending.Marks);
    });

    private void Change(Action<Pending> change) => Mark(pending =>
    {
        if (!pending.Marks.IsChange)
        {
            pending.Since = time.GetTimestamp();
        }

        change(pending);
    });

    /// <summary>What was noted.</summary>
    internal sealed class Pending
    {
        public PolicyMarks Marks { get; } = new();

        public bool Check { get; set; }

        /// <summary>To be completed when what was noted is done.</summary>
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Timestamp of the first change.</summary>
        public long Since { get; set; }
    }
}
