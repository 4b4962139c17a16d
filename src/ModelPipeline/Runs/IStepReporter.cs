namespace ModelPipeline.Runs;

/// <summary>Shows people what the steps are doing.</summary>
public interface IStepReporter
{
    /// <summary>A step begins.</summary>
    void Started(string model, string step);

    /// <summary>A step says what it is doing.</summary>
    void Progress(string model, string step, string text);

    /// <summary>A step has ended.</summary>
    void Finished(StepReport report);

    /// <summary>A step broke on something that is not the user's input; the details are for whoever mends it.</summary>
    void Broke(string model, string step, Exception fault);

    /// <summary>Another run holds the workspace; this one waits.</summary>
    void Waiting(string workspace);
}
