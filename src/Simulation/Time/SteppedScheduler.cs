namespace ActorKube.Simulation.Time;

/// <summary>A scheduler whose tasks run when the world says so, and never inside one another.</summary>
internal abstract class SteppedScheduler : TaskScheduler
{
    public sealed override int MaximumConcurrencyLevel => 1;

    public Task Start(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    public Task<T> Start<T>(Func<Task<T>> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    public void Post(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    /// <summary>Takes the step of a task whose turn it is. False if that isn't to be: the task waits, or is forgotten.</summary>
    public virtual bool Step(Task task) => TryExecuteTask(task);

    protected sealed override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected sealed override IEnumerable<Task> GetScheduledTasks() => [];
}
